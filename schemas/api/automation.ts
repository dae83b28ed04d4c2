import { z } from 'zod';
import { messageSchema } from '../messages.ts';
import { endpoint } from './endpoint.ts';
import { idParam, okSchema } from './shared.ts';

/** How one source of a flow is told of changes. */
export const hookStateSchema = z.object({
  /** Null until the hook has been made, moments after the flow was switched on. */
  id: z.uuid().nullable(),
  node: z.string(),
  nodeType: z.string(),
  title: z.string().nullable(),
  /** The name of the connection; null for a source that needs none. */
  connection: z.string().nullable(),
  /**
   * - off: the flow is off
   * - registering: being registered in the other system
   * - active: the other system calls us
   * - failing: it does not, or cannot be asked; `problem` says why
   * - removing: being removed there
   */
  status: z.enum(['off', 'registering', 'active', 'failing', 'removing']),
  problem: messageSchema.nullable(),
  /** Where the other program calls, below the address of this installation. */
  path: z.string().nullable(),
  /** The same with the address, when that is known. */
  address: z.url().nullable(),
  /** A person enters address and secret into the other program; nothing is registered there. */
  isManual: z.boolean(),
  /** The source is asked now and then what changed, so that a lost call is made up for. */
  isSwept: z.boolean(),
  /** Since when the flow wants to be told. */
  since: z.iso.datetime().nullable(),
  lastEventAt: z.iso.datetime().nullable(),
  checkedAt: z.iso.datetime().nullable(),
  sweptUntil: z.iso.datetime().nullable(),
  /** Calls that no run has taken up yet. */
  waiting: z.int(),
});
export type HookState = z.infer<typeof hookStateSchema>;

export const automationSchema = z.object({
  flow: z.object({ id: z.uuid(), name: z.string() }),
  isOn: z.boolean(),
  publishedVersion: z.int().nullable(),
  /** Under which address other systems reach this installation; null when it was not told. */
  publicUrl: z.url().nullable(),
  hooks: z.array(hookStateSchema),
});
export type Automation = z.infer<typeof automationSchema>;

const hookParams = idParam.extend({ hook: z.uuid() });

export const automationEndpoints = {
  getAutomation: endpoint({
    method: 'get',
    path: '/flows/{id}/automation',
    summary: 'Whether a flow runs by itself, and how its sources tell of changes',
    role: 'viewer',
    params: idParam,
    response: automationSchema,
  }),
  setAutomation: endpoint({
    method: 'put',
    path: '/flows/{id}/automation',
    summary: 'Switch a flow on or off: schedules, webhooks and the ends of other flows start it while it is on',
    role: 'editor',
    params: idParam,
    body: z.object({ isOn: z.boolean() }),
    response: automationSchema,
  }),
  checkHook: endpoint({
    method: 'post',
    path: '/flows/{id}/automation/hooks/{hook}/check',
    summary: 'Look at the registration now, mend it, and read what changed since the last look',
    role: 'editor',
    params: hookParams,
    response: okSchema,
  }),
  revealHookSecret: endpoint({
    method: 'post',
    path: '/flows/{id}/automation/hooks/{hook}/secret',
    summary: 'The secret that another program signs with, for a source whose address a person enters there',
    role: 'editor',
    params: hookParams,
    response: z.object({ secret: z.string() }),
  }),
};
