import { z } from 'zod';
import { languageSchema } from '../localised.ts';
import { messageSchema } from '../messages.ts';
import { endpoint } from './endpoint.ts';
import { idParam, okSchema } from './shared.ts';

/** Whether calls go through. After failures in a row they are suspended ("open"), then tried with one call ("half-open"). */
export const connectionHealthSchema = z.object({
  state: z.enum(['closed', 'open', 'half-open']),
  /** Calls that failed in a row. */
  failures: z.number().int(),
  /** When the system is tried again; null while calls go through. */
  retryAt: z.iso.datetime().nullable(),
  /** The last failure. */
  problem: messageSchema.nullable(),
});

export const connectionSchema = z.object({
  id: z.uuid(),
  type: z.string(),
  name: z.string(),
  /** Fields that are not secret. */
  fields: z.record(z.string(), z.unknown()),
  /** Names of the secret fields that are filled in; their values are never sent. */
  secretsSet: z.array(z.string()),
  isDemo: z.boolean(),
  status: z.enum(['untested', 'ok', 'failing']),
  lastTestedAt: z.iso.datetime().nullable(),
  lastProblem: messageSchema.nullable(),
  /** What a person should know though it works: another connection of an account that may have one only. */
  warnings: z.array(messageSchema),
  health: connectionHealthSchema,
  /** Calls a second that flows may make, set by a person; null leaves it to the connection type. */
  callsPerSecond: z.number().nullable(),
  /** Flows whose slots are bound to it. */
  usedBy: z.array(z.object({ id: z.uuid(), name: z.string() })),
  createdAt: z.iso.datetime(),
});
export type Connection = z.infer<typeof connectionSchema>;

const fieldsSchema = z.record(z.string(), z.unknown());
export const connectionInputSchema = z.object({
  type: z.string(),
  name: z.string().trim().min(1).max(80),
  /** All fields, secret ones included. On a change, a secret left out keeps its value. */
  fields: fieldsSchema,
  /** Null, or left out on creation, leaves it to the connection type. */
  callsPerSecond: z.number().min(0.01).max(1000).nullable().optional(),
});

export const connectionTestSchema = z.object({
  ok: z.boolean(),
  findings: z.array(messageSchema),
  problem: messageSchema.nullable(),
  /** Values the person must confirm; send them back as fields (an SSH host key). */
  confirm: z.record(z.string(), z.object({ value: z.string(), question: messageSchema })),
});
export type ConnectionTest = z.infer<typeof connectionTestSchema>;

export const connectionEndpoints = {
  listConnections: endpoint({
    method: 'get',
    path: '/connections',
    summary: 'All connections of the workspace',
    role: 'viewer',
    response: z.object({
      items: z.array(connectionSchema),
      /** Addresses that our calls come from, for systems that keep a list of who may call; empty when nobody said. */
      outgoingAddresses: z.array(z.string()),
    }),
  }),
  createConnection: endpoint({
    method: 'post',
    path: '/connections',
    summary: 'Store a connection; its secrets are encrypted',
    role: 'editor',
    body: connectionInputSchema,
    response: connectionSchema,
  }),
  updateConnection: endpoint({
    method: 'patch',
    path: '/connections/{id}',
    summary: 'Change name or fields; secrets left out are kept',
    role: 'editor',
    params: idParam,
    body: connectionInputSchema.omit({ type: true }).partial(),
    response: connectionSchema,
  }),
  deleteConnection: endpoint({
    method: 'delete',
    path: '/connections/{id}',
    summary: 'Delete a connection that no flow uses',
    role: 'editor',
    params: idParam,
    response: okSchema,
  }),
  testConnection: endpoint({
    method: 'post',
    path: '/connections/{id}/test',
    summary: 'Call the system with the stored credentials, reading only; an answer ends a suspension of its calls',
    role: 'editor',
    params: idParam,
    response: connectionTestSchema,
  }),
  tryConnection: endpoint({
    method: 'post',
    path: '/connections/try',
    summary: 'Test fields before they are stored',
    role: 'editor',
    body: z.object({
      type: z.string(),
      fields: fieldsSchema,
      /** When changing a stored connection: secrets left out are taken from it. */
      connectionId: z.uuid().optional(),
    }),
    response: connectionTestSchema,
  }),
  createDemoConnection: endpoint({
    method: 'post',
    path: '/connections/demo',
    summary: 'Start the demo system of a connection type and connect to it',
    role: 'editor',
    /** `language` is that of the connection's name; English unless said. */
    body: z.object({ type: z.string(), language: languageSchema.optional() }),
    response: connectionSchema,
  }),
};
