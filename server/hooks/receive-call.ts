import { createHmac } from 'node:crypto';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import type { SourceNodeType } from '#nodes/kit/node-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { WebhookCall } from '#nodes/kit/webhook.ts';
import { PasserelleError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';
import type { Sql } from '../db/database.ts';
import type { Vault } from '../vault/vault.ts';
import { createKnownHooks, type KnownHook } from './known-hooks.ts';
import { createEventWriter } from './write-events.ts';

/** What the sender is answered: taken, a greeting, not signed, signed but senseless, not now. */
export type HookAnswer =
  | { readonly status: 200 | 202 | 401 | 503 }
  | { readonly status: 422; readonly problem: Message };

export interface HookReceiver {
  /** Judges a call and, when it is signed, keeps what it tells; answers after the commit. Never throws. */
  readonly receive: (hookId: string, call: WebhookCall) => Promise<HookAnswer>;
}

export interface ReceiverServices {
  readonly sql: Sql;
  readonly registry: Registry;
  readonly vault: Vault;
  readonly log: Logger;
  readonly now?: () => Date;
}

/** What an unknown address costs as well, so that the time of an answer does not tell which addresses there are. */
const PRETENDED_SECRET = 'nobody signs with this';

function isSigned(hook: KnownHook | null, call: WebhookCall, now: Date): boolean {
  if (!hook) {
    createHmac('sha256', PRETENDED_SECRET).update(call.body).digest();
    return false;
  }
  return hook.support.verify(call, hook.secret, now);
}

/**
 * Receives webhooks. The signature comes first, over the bytes as they came. An unknown address and a wrong signature get
 * the same answer after the same work: each looks the hook up once more, which is also how a new secret becomes known.
 */
export function createHookReceiver(services: ReceiverServices): HookReceiver {
  const { sql, registry, vault, log, now = () => new Date() } = services;
  const hooks = createKnownHooks({ sql, registry, vault, now });
  const events = createEventWriter(sql);
  const greetings = [...registry.nodeTypes.values()].flatMap((type) => {
    const isGreeting = type.kind === 'source' ? (type as SourceNodeType).webhooks?.isGreeting : undefined;
    return isGreeting ? [isGreeting] : [];
  });

  const find = async (hookId: string, call: WebhookCall): Promise<KnownHook | null> => {
    const recent = hooks.recent(hookId);
    if (recent && isSigned(recent, call, now())) return recent;
    const hook = await hooks.load(hookId);
    return isSigned(hook, call, now()) ? hook : null;
  };
  const keep = async (hook: KnownHook, call: WebhookCall): Promise<HookAnswer> => {
    const hint = hook.support.read(call, { fields: hook.fields });
    if (hint && hint.keys.length > 0) {
      const { deliveryId, topic, keys, documents = null } = hint;
      await events.write({ id: uuidv7(), hookId: hook.id, flowId: hook.flowId, deliveryId, topic, keys, documents });
    }
    return { status: 202 };
  };
  const receive = async (hookId: string, call: WebhookCall): Promise<HookAnswer> => {
    try {
      // Said to everybody, whatever the address: it tells nothing and does nothing.
      if (greetings.some((isGreeting) => isGreeting(call))) return { status: 200 };
      const hook = await find(hookId, call);
      return hook ? await keep(hook, call) : { status: 401 };
    } catch (error) {
      if (error instanceof PasserelleError) return { status: 422, problem: error.detail };
      log.error({ error: error instanceof Error ? error.message : String(error), hookId }, 'a webhook was not kept');
      return { status: 503 };
    }
  };
  return { receive };
}
