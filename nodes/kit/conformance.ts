import type { ValidateFunction } from 'ajv';
import { DOCUMENT_KINDS } from '#schemas/documents/index.ts';
import { createConfigAjv } from './config.ts';
import { findRightProblems } from './conformance-rights.ts';
import { findMessageProblems, findTypeTextProblems } from './conformance-texts.ts';
import type { ConnectionType } from './connection-type.ts';
import type { Connector } from './connector.ts';
import { kitMessages } from './messages.ts';
import type { NodeKind, NodeType } from './node-type.ts';
import { type FieldSchema, fieldsOf } from './schema-fields.ts';

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Rooms whose messages a connector may hand on: the kit's own, those of schemas/, and the words for the rules of its lines. */
const SHARED_ROOMS = [
  ...new Set(Object.keys(kitMessages).map((code) => code.split('.')[0] ?? '')),
  'entry',
  'money',
  'payout',
  'rule',
  'vat',
];

/** How many ports each kind of node has: [least, most] in, [least, most] out. */
const PORTS: Readonly<Record<NodeKind, readonly [number, number, number, number]>> = {
  trigger: [0, 0, 0, 0],
  source: [0, 0, 1, 9],
  map: [1, 9, 1, 9],
  enrich: [1, 1, 1, 1],
  render: [1, 1, 1, 1],
  deliver: [1, 9, 0, 0],
  review: [1, 9, 1, 9],
};

function isObjectSchema(schema: FieldSchema): boolean {
  return schema.type === 'object' || schema.properties !== undefined;
}

/** A free map inside is fine where it is said (`additionalProperties: true`, no properties): its node checks it itself. */
function isOpen(schema: FieldSchema, path: string): boolean {
  const { additionalProperties: rest, properties } = schema;
  if (rest === true) return path === '' || properties !== undefined;
  return rest === undefined;
}

function compile(where: string, schema: object): { validate: ValidateFunction | null; problems: string[] } {
  try {
    return { validate: createConfigAjv().compile(schema), problems: [] };
  } catch (error) {
    return { validate: null, problems: [`${where}: the schema does not compile: ${String(error)}`] };
  }
}

/** With all defaults filled in, only values that cannot have a default may be missing. */
function findDefaultProblems(where: string, validate: ValidateFunction): string[] {
  if (validate({})) return [];
  return (validate.errors ?? [])
    .filter((error) => error.keyword !== 'required')
    .map((error) => `${where}: the defaults are no valid settings: ${error.instancePath} ${error.message ?? ''}`);
}

function findSchemaProblems(where: string, schema: object): string[] {
  const { validate, problems } = compile(where, schema);
  const top: FieldSchema = schema;
  const open = [{ path: '', schema: top }, ...fieldsOf(schema)]
    .filter((field) => field.path === '' || isObjectSchema(field.schema))
    .filter((field) => isOpen(field.schema, field.path))
    .map(
      (field) =>
        `${where}: ${field.path || 'the schema'} lets unknown fields through: additionalProperties must be false`,
    );
  const shape = top.type === 'object' ? [] : [`${where}: the schema must be of type object`];
  return [...problems, ...shape, ...open, ...(validate ? findDefaultProblems(where, validate) : [])];
}

function findPortProblems(type: NodeType): string[] {
  const [leastIn, mostIn, leastOut, mostOut] = PORTS[type.kind];
  const { inputs, outputs } = type;
  const ports = [...inputs, ...outputs];
  const counts =
    inputs.length < leastIn || inputs.length > mostIn || outputs.length < leastOut || outputs.length > mostOut;
  const kinds: readonly string[] = DOCUMENT_KINDS;
  const same = [inputs, outputs].some((side) => new Set(side.map((port) => port.id)).size < side.length);
  return [
    ...(counts ? [`${type.id}: ${inputs.length} inputs and ${outputs.length} outputs do not suit a ${type.kind}`] : []),
    ...ports.filter((port) => !kinds.includes(port.kind)).map((port) => `${type.id}: no document is a "${port.kind}"`),
    ...(same ? [`${type.id}: two ports have the same id`] : []),
  ];
}

function findRenderProblems(type: NodeType): string[] {
  if (type.kind !== 'render') return [];
  const made = type.outputs[0]?.kind;
  const fits = type.inputs[0]?.kind === 'journal-entry' && (made === 'file' || made === 'journal-entry');
  return fits ? [] : [`${type.id}: a render turns journal-entry into file, or sums it up`];
}

function findLookupProblems(type: NodeType): string[] {
  if (type.kind !== 'deliver' || type.idempotency !== 'lookup' || type.lookup) return [];
  return [`${type.id}: promises to look deliveries up but has no lookup`];
}

/** What webhooks tell of has to be read somehow; what was registered has to be removed again. */
function findWebhookProblems(type: NodeType): string[] {
  if (type.kind !== 'source' || !type.webhooks) return [];
  const { register, remove } = type.webhooks;
  return [
    ...(type.fetch ? [] : [`${type.id}: has webhooks but no fetch to read what they tell of`]),
    ...(Boolean(register) === Boolean(remove) ? [] : [`${type.id}: register and remove belong together`]),
  ];
}

/** A flow keeps the version of a type that it was made for: each must lead to the next, if only by `sameConfig`. */
function findMigrationProblems({ id, version, migrations = {} }: NodeType): string[] {
  const older = Array.from({ length: Math.max(0, Math.trunc(version) - 1) }, (_, index) => index + 1);
  const declared = Object.keys(migrations).map((from) => Number.parseInt(from, 10));
  return [
    ...older
      .filter((from) => !declared.includes(from))
      .map((from) => `${id}: version ${from} has no migration; when none is needed, say so with sameConfig`),
    ...declared
      .filter((from) => !older.includes(from))
      .map((from) => `${id}: the migration of version ${from} leads to no version of it`),
  ];
}

function findNodeProblems(type: NodeType, rooms: readonly string[], connections: ReadonlySet<string>): string[] {
  const { id, version, icon, connection } = type;
  const known = connection === undefined || connections.has(connection);
  return [
    ...(ID.test(id) ? [] : [`node type "${id}": the id must be lower-case words with dashes`]),
    ...(Number.isInteger(version) && version > 0 ? [] : [`${id}: the version must be 1 or more`]),
    ...(ID.test(icon) ? [] : [`${id}: the icon must be the name of a Tabler icon`]),
    ...(known ? [] : [`${id}: nobody declares the connection type "${connection}"`]),
    ...findPortProblems(type),
    ...findRenderProblems(type),
    ...findLookupProblems(type),
    ...findWebhookProblems(type),
    ...findMigrationProblems(type),
    ...findSchemaProblems(id, type.config),
    ...findTypeTextProblems(id, type.config, type.texts),
    ...findMessageProblems(type.messages, rooms),
  ];
}

function findSecretProblems(type: ConnectionType, schema: FieldSchema): string[] {
  return type.secrets.flatMap((name) => {
    const field = schema.properties?.[name];
    if (!field) return [`connection ${type.id}: the secret "${name}" is no field`];
    const hasValue = field.default !== undefined && field.default !== '';
    return hasValue ? [`connection ${type.id}: the secret "${name}" has a value as its default`] : [];
  });
}

/** What tells accounts apart has to be there to compare: no secret is. */
function findOnlyOneProblems(type: ConnectionType, schema: FieldSchema): string[] {
  return (type.onlyOnePer ?? [])
    .filter((name) => !schema.properties?.[name] || type.secrets.includes(name))
    .map((name) => `connection ${type.id}: "${name}" in onlyOnePer has to be a field, and no secret one`);
}

function findConnectionProblems(type: ConnectionType, rooms: readonly string[]): string[] {
  const where = `connection ${type.id}`;
  const { fields } = type;
  if (typeof fields === 'boolean') return [`${where}: the fields must be a schema of type object`];
  return [
    ...(ID.test(type.id) ? [] : [`${where}: the id must be lower-case words with dashes`]),
    ...findSchemaProblems(where, fields),
    ...findSecretProblems(type, fields as FieldSchema),
    ...findOnlyOneProblems(type, fields as FieldSchema),
    ...findTypeTextProblems(where, fields, type.texts),
    ...findMessageProblems(type.messages, rooms),
  ];
}

function findRepeated(what: string, ids: readonly string[]): string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${what} "${id}" is declared twice`);
}

/** Ids that two folders claim. */
export function findClashes(connectors: readonly Connector[]): string[] {
  return [
    ...findRepeated(
      'the node type',
      connectors.flatMap((one) => one.nodeTypes.map((type) => type.id)),
    ),
    ...findRepeated(
      'the connection type',
      connectors.flatMap((one) => one.connectionTypes.map((type) => type.id)),
    ),
  ];
}

/**
 * Everything that the declarations of one folder lack, as sentences for its developer; none for a conforming one.
 *
 * @param connections ids of the connection types of all folders
 */
export function findConnectorProblems(
  folder: string,
  connector: Connector | undefined,
  connections: ReadonlySet<string>,
): string[] {
  if (!connector) return [`nodes/${folder}/index.ts does not export "connector"`];
  const rooms = [folder, ...SHARED_ROOMS];
  const isEmpty = connector.nodeTypes.length + connector.connectionTypes.length === 0;
  const problems = [
    ...(connector.id === folder ? [] : [`the connector's id "${connector.id}" is not the folder's name`]),
    ...(ID.test(folder) ? [] : ['the folder name must be lower-case words with dashes']),
    ...(isEmpty ? ['the connector declares neither a node type nor a connection type'] : []),
    ...connector.nodeTypes.flatMap((type) => findNodeProblems(type, rooms, connections)),
    ...connector.connectionTypes.flatMap((type) => findConnectionProblems(type, rooms)),
    ...connector.connectionTypes.flatMap((type) => findRightProblems(type, connector.nodeTypes)),
  ];
  // Types of one folder share their messages, and so their problems.
  return [...new Set(problems)];
}
