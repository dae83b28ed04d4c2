import type { Registry } from '#nodes/kit/registry.ts';
import type { FieldText, FieldTexts } from '#nodes/kit/texts.ts';
import type { TemplateInfo } from '#schemas/api/catalogue.ts';
import { SettingsError } from '#schemas/errors.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { Language } from '#schemas/localised.ts';
import { type ConfigPath, parseConfigPath, schemaAt, valueAt, withValueAt } from './config-path.ts';
import type { Template } from './load-templates.ts';
import { templateMessages } from './template-messages.ts';

/** What a template asks for, as the JSON Schemas of the two files that the command line reads. */
export interface TemplateDescription {
  /** An object of slots; each has the connection's type beside its fields, secret ones included. */
  readonly connections: JsonSchema;
  /** An object of answers that all have a default. */
  readonly settings: JsonSchema;
}
type JsonSchema = Readonly<Record<string, unknown>>;

type Setting = Template['settings'][number];

function firstTarget(setting: Setting): ConfigPath {
  return parseConfigPath(setting.sets[0] ?? '');
}

/** Schema of one question; its default is what the template's own flow says, else what the node type says. */
function settingSchema(template: Template, setting: Setting, registry: Registry): Record<string, unknown> {
  const { node, field } = firstTarget(setting);
  const flowNode = template.flow.nodes[node];
  const schema = schemaAt(registry.nodeTypes.get(flowNode?.type ?? '')?.config ?? {}, field) ?? {};
  const preset = valueAt(flowNode?.config, field);
  return preset === undefined ? { ...schema } : { ...schema, default: preset };
}

function settingsSchema(template: Template, registry: Registry): Record<string, unknown> {
  const properties = Object.fromEntries(
    template.settings.map((setting) => [setting.name, settingSchema(template, setting, registry)]),
  );
  const required = Object.keys(properties).filter((name) => properties[name]?.['default'] === undefined);
  return { type: 'object', additionalProperties: false, properties, required };
}

/** Fields of a connection type with the type itself, as one entry of the connections file. */
function slotSchema(type: string, registry: Registry): JsonSchema {
  const fields = registry.connectionTypes.get(type)?.fields;
  const schema = (typeof fields === 'object' ? fields : {}) as { properties?: object; required?: readonly string[] };
  return {
    ...schema,
    properties: { type: { const: type }, ...schema.properties },
    required: ['type', ...(schema.required ?? [])],
  };
}

/** The schemas that a template's connections and settings must follow, for the command line and for documentation. */
export function describeTemplate(template: Template, registry: Registry): TemplateDescription {
  const slots = Object.entries(template.flow.connections);
  const properties = Object.fromEntries(slots.map(([slot, { type }]) => [slot, slotSchema(type, registry)]));
  const required = Object.keys(properties);
  return {
    connections: { type: 'object', additionalProperties: false, properties, required },
    settings: settingsSchema(template, registry),
  };
}

/** A node's texts for a field and what is inside it, under the setting's name: "vat.domestic" → "vatDomestic". */
function textsOf(template: Template, setting: Setting, registry: Registry, language: Language): [string, FieldText][] {
  const { node, field } = firstTarget(setting);
  const texts = registry.nodeTypes.get(template.flow.nodes[node]?.type ?? '')?.texts.fields[language] ?? {};
  const isInside = (path: string) => path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`);
  return Object.entries(texts)
    .filter(([path]) => isInside(path))
    .map(([path, text]) => [`${setting.name}${path.slice(field.length)}`, text]);
}

function settingTexts(template: Template, registry: Registry): FieldTexts {
  const inLanguage = (language: Language) =>
    Object.fromEntries(template.settings.flatMap((setting) => textsOf(template, setting, registry, language)));
  return { en: inLanguage('en'), fr: inLanguage('fr'), nl: inLanguage('nl') };
}

/** A template as the gallery and the wizard show it. */
export function presentTemplate(template: Template, registry: Registry): TemplateInfo {
  const { id, title, description, tags, flow } = template;
  return {
    id,
    title,
    description,
    tags,
    slots: flow.connections,
    settings: settingsSchema(template, registry),
    settingTexts: settingTexts(template, registry) as TemplateInfo['settingTexts'],
    flow,
  };
}

/** @throws SettingsError listing the templates that exist */
export function findTemplate(templates: readonly Template[], id: string): Template {
  const found = templates.find((template) => template.id === id);
  if (found) return found;
  const present = templates.map((template) => template.id).join(', ');
  throw new SettingsError(templateMessages.build.missing({ template: id, present }));
}

/**
 * The template's flow with the answers written into it. Whether an answer suits its field is for `validateFlow` to
 * say; what was not answered keeps its default.
 *
 * @throws SettingsError naming a setting that the template does not have
 * @example instantiate(template, { salesJournal: 'VEN' }).nodes['entries'].config // { journal: 'VEN', … }
 */
export function instantiate(template: Template, settings: Readonly<Record<string, unknown>>): FlowDefinition {
  const definition = structuredClone(template.flow);
  for (const [name, value] of Object.entries(settings)) {
    const setting = template.settings.find((one) => one.name === name);
    if (!setting) {
      const present = template.settings.map((one) => one.name).join(', ');
      throw new SettingsError(
        templateMessages.build.unknown_setting({ template: template.id, setting: name, present }, name),
      );
    }
    for (const { node, field } of setting.sets.map(parseConfigPath)) {
      const target = definition.nodes[node];
      if (target) definition.nodes[node] = { ...target, config: withValueAt(target.config, field, value) };
    }
  }
  return definition;
}
