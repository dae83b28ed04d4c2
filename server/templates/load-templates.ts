import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Registry } from '#nodes/kit/registry.ts';
import { SettingsError } from '#schemas/errors.ts';
import { type FlowDefinition, flowDefinitionSchema } from '#schemas/flow.ts';
import { localisedSchema } from '#schemas/localised.ts';
import { parseConfigPath, schemaAt } from './config-path.ts';
import { templateMessages } from './template-messages.ts';

const settingSchema = z.strictObject({
  /** How the wizard and the command line call it. */
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'expected a name such as "salesJournal"'),
  /** Fields that get the answer, as "<node>.<path in its config>"; the first one lends its schema, texts and default. */
  sets: z.array(z.string().regex(/^[a-z][a-z0-9-]*\../, 'expected "<node>.<field>"')).min(1),
});
const templateFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: localisedSchema,
  description: localisedSchema,
  tags: z.array(z.string()),
  settings: z.array(settingSchema),
  flow: flowDefinitionSchema,
});

/** A ready-made flow with the questions that a business user answers. */
export interface Template extends Omit<z.output<typeof templateFileSchema>, 'flow'> {
  readonly flow: FlowDefinition;
}

const TEMPLATES_FOLDER = join(import.meta.dirname, '..', '..', 'flows', 'templates');

function badFile(file: string, detail: string, cause?: unknown): SettingsError {
  return new SettingsError(templateMessages.build.bad_file({ file, detail }), { cause });
}

/** A setting that points at nothing would be a question whose answer is lost. */
function checkTargets(file: string, template: Template, registry: Registry): void {
  for (const target of template.settings.flatMap((setting) => setting.sets)) {
    const { node, field } = parseConfigPath(target);
    const type = registry.nodeTypes.get(template.flow.nodes[node]?.type ?? '');
    if (!type || !schemaAt(type.config, field)) throw badFile(file, `the setting target "${target}" does not exist`);
  }
}

async function loadTemplate(folder: string, file: string, registry: Registry): Promise<Template> {
  let template: Template;
  try {
    template = templateFileSchema.parse(JSON.parse(await readFile(join(folder, file), 'utf8')));
  } catch (cause) {
    throw badFile(file, cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause), cause);
  }
  checkTargets(file, template, registry);
  return template;
}

/**
 * Reads all templates: a file in the folder is the registration.
 *
 * @throws SettingsError naming the file and what is wrong in it
 */
export async function loadTemplates(registry: Registry, folder = TEMPLATES_FOLDER): Promise<Template[]> {
  const names = await readdir(folder);
  const files = names.filter((name) => name.endsWith('.json')).sort();
  return Promise.all(files.map((file) => loadTemplate(folder, file, registry)));
}
