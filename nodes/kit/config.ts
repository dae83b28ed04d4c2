import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { SettingsError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import { configMessages } from './config-messages.ts';
import type { ConnectionType } from './connection-type.ts';
import type { NodeType } from './node-type.ts';

/** The Ajv that all settings are checked with: strict about the schema, filling in defaults, reporting all errors. */
export function createConfigAjv(): Ajv {
  const ajv = new Ajv({ useDefaults: true, allErrors: true, strict: true, allowUnionTypes: true });
  formats.default(ajv);
  // The id of a set of mapping tables, which the engine brings along; empty for none.
  ajv.addFormat('mapping', true);
  // A text with fields in it, of which a form shows what it makes of a document.
  ajv.addFormat('template', true);
  // Which list of the connected systems a form may offer the values of.
  ajv.addKeyword({ keyword: 'list', schemaType: 'string' });
  // Which part of an entry a setting is about: forms hide it where no target has a place for that.
  ajv.addKeyword({ keyword: 'feature', schemaType: 'string' });
  return ajv;
}

const compiled = new WeakMap<object, ValidateFunction>();

function validatorOf(schema: object): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const validate = createConfigAjv().compile(schema);
  compiled.set(schema, validate);
  return validate;
}

/** The place of an error as a path: "vat.domestic", "rules[0].account"; the field itself for a missing one. */
function pathOf(error: ErrorObject): string {
  const { missingProperty, additionalProperty } = error.params as Record<string, unknown>;
  const own = missingProperty ?? additionalProperty;
  const steps = error.instancePath.split('/').slice(1);
  const unescaped = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return [...unescaped, ...(typeof own === 'string' ? [own] : [])].reduce((path, step) => {
    if (/^\d+$/.test(step)) return `${path}[${step}]`;
    return path === '' ? step : `${path}.${step}`;
  }, '');
}

function listOf(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(', ') : String(value);
}

/** The values themselves stay out of the message: a password may be among them. */
function problemOf(node: string, error: ErrorObject): Message {
  const setting = pathOf(error);
  const { type, allowedValues, allowedValue, comparison, limit, pattern, format } = error.params as Record<
    string,
    unknown
  >;
  const { build } = configMessages;
  switch (error.keyword) {
    case 'required':
      return build.missing({ node, setting }, setting);
    case 'additionalProperties':
      return build.unknown({ node, setting }, setting);
    case 'type':
      return build.wrong_type({ node, setting, expected: listOf(type) }, setting);
    case 'enum':
      return build.not_allowed({ node, setting, allowed: listOf(allowedValues) }, setting);
    case 'const':
      return build.not_allowed({ node, setting, allowed: listOf(allowedValue) }, setting);
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return build.out_of_bounds({ node, setting, limit: `${listOf(comparison)} ${listOf(limit)}` }, setting);
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
      return build.out_of_bounds({ node, setting, limit: `${error.keyword} ${listOf(limit)}` }, setting);
    case 'pattern':
    case 'format':
      return build.wrong_form({ node, setting, form: listOf(pattern ?? format) }, setting);
    default:
      return build.invalid({ node, setting, rule: error.keyword }, setting);
  }
}

/** Of a failed choice between schemas only the choice is reported, not why each branch did not fit. */
function isInsideChoice(error: ErrorObject): boolean {
  return /\/(oneOf|anyOf)\//.test(error.schemaPath);
}

function findProblems(node: string, schema: object, given: unknown): { config: unknown; problems: Message[] } {
  const config: unknown = structuredClone(given ?? {});
  const validate = validatorOf(schema);
  if (validate(config)) return { config, problems: [] };
  const errors = validate.errors ?? [];
  const chosen = errors.filter((error) => !isInsideChoice(error));
  return { config, problems: (chosen.length > 0 ? chosen : errors).map((error) => problemOf(node, error)) };
}

/** What a form or the API checks settings of: a node type's config or a connection type's fields. */
export type SettingsOwner = Pick<NodeType, 'id' | 'config'> | Pick<ConnectionType, 'id' | 'fields'>;

function schemaOf(type: SettingsOwner): object {
  if ('config' in type) return type.config;
  return typeof type.fields === 'object' ? type.fields : {};
}

/**
 * Everything that is wrong with settings, one message a field (`field` is its path), and the settings with defaults
 * filled in. The value given is not changed.
 */
export function findConfigProblems(type: SettingsOwner, config: unknown): { config: unknown; problems: Message[] } {
  return findProblems(type.id, schemaOf(type), config);
}

/**
 * Checks settings and fills in the defaults. Works for a node type's config and for a connection type's fields
 * (then with the secret ones included).
 *
 * @throws SettingsError naming the node type, the path of the first wrong field and what is wrong with it
 *
 * @example
 * const config = checkConfig(registry.nodeTypes.get(node.type), node.config);
 */
export function checkConfig(type: SettingsOwner, config: unknown): unknown {
  const checked = findConfigProblems(type, config);
  const [first] = checked.problems;
  if (first) throw new SettingsError(first);
  return checked.config;
}
