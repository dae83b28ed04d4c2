import type { Registry } from '#nodes/kit/registry.ts';
import type { Caller } from '../auth/caller.ts';
import type { Database } from '../db/database.ts';
import type { Template } from '../templates/load-templates.ts';
import { findTemplate, instantiate } from '../templates/templates.ts';
import { insertFlow } from './create-flow.ts';
import { publishIn } from './publish-flow.ts';

export interface CloneServices {
  readonly db: Database;
  readonly registry: Registry;
  readonly templates: readonly Template[];
}

/**
 * Makes a flow of a template's with the answers given, and publishes it as version 1: all of it or nothing.
 *
 * @returns the id of the flow
 * @throws SettingsError for an unknown template or setting · Refusal 422 with every answer that does not suit
 */
export async function cloneTemplate(
  { db, registry, templates }: CloneServices,
  caller: Caller,
  input: {
    readonly template: string;
    readonly name: string;
    readonly connections: Record<string, string>;
    readonly settings: Record<string, unknown>;
  },
): Promise<string> {
  const template = findTemplate(templates, input.template);
  const definition = instantiate(template, input.settings);
  const flow = { name: input.name, definition, bindings: input.connections, templateId: template.id };
  return db.transaction(async (tx) => {
    const id = await insertFlow(tx, caller, flow);
    await publishIn(tx, registry, caller, id, { revision: 1, note: '' });
    return id;
  });
}
