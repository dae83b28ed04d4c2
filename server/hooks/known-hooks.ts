import type { SourceNodeType } from '#nodes/kit/node-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { WebhookSupport } from '#nodes/kit/webhook.ts';
import type { Sql } from '../db/database.ts';
import type { Vault } from '../vault/vault.ts';
import { openSecret } from './hook-secret.ts';

/** Where deliveries may come in: everything that judging and writing one takes. */
export interface KnownHook {
  readonly id: string;
  readonly flowId: string;
  readonly secret: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly support: WebhookSupport;
}

export interface KnownHooks {
  /** As it was a few seconds ago at most; null when it has not been asked for in that time. */
  readonly recent: (id: string) => KnownHook | null;
  /** As it is now; null for one that does not exist or whose flow is off. */
  readonly load: (id: string) => Promise<KnownHook | null>;
}

const FRESH_MS = 5_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Row {
  readonly id: string;
  readonly workspaceId: string;
  readonly flowId: string;
  readonly sealedSecret: string;
  readonly fields: Record<string, unknown> | null;
  readonly type: string | null;
}

function supportOf(registry: Registry, typeId: string | null): WebhookSupport | undefined {
  const type = registry.nodeTypes.get(typeId ?? '');
  return type?.kind === 'source' ? (type as SourceNodeType).webhooks : undefined;
}

/** Hooks by id, remembered for a few seconds: a burst of deliveries asks the database once. */
export function createKnownHooks(services: {
  readonly sql: Sql;
  readonly registry: Registry;
  readonly vault: Vault;
  readonly now: () => Date;
}): KnownHooks {
  const { sql, registry, vault, now } = services;
  const fresh = new Map<string, { readonly hook: KnownHook; readonly until: number }>();

  const load = async (given: string): Promise<KnownHook | null> => {
    // The same query for what cannot be an id: an answer takes as long, whatever was wrong.
    const id = UUID.test(given) ? given : NOBODY;
    const [row] = await sql<Row[]>`
      select h.id, h.workspace_id as "workspaceId", h.flow_id as "flowId", h.sealed_secret as "sealedSecret", c.fields,
        v.definition -> 'nodes' -> h.node_id ->> 'type' as type
      from hook h
        join flow f on f.id = h.flow_id and f.is_on and f.archived_at is null
        join flow_version v on v.flow_id = f.id and v.number = f.published_version
        left join connection c on c.id = h.connection_id
      where h.id = ${id} and h.status in ('registering', 'active', 'failing')`;
    const support = supportOf(registry, row?.type ?? null);
    if (!row || !support) {
      fresh.delete(id);
      return null;
    }
    const hook = { id: row.id, flowId: row.flowId, secret: openSecret(vault, row), fields: row.fields ?? {}, support };
    fresh.set(id, { hook, until: now().getTime() + FRESH_MS });
    return hook;
  };
  const recent = (id: string): KnownHook | null => {
    const found = fresh.get(id);
    if (found && found.until > now().getTime()) return found.hook;
    fresh.delete(id);
    return null;
  };
  return { recent, load };
}
