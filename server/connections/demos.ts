import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { ConnectionType } from '#nodes/kit/connection-type.ts';
import type { DemoServer } from '#nodes/kit/connector.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { Connection } from '#schemas/api/connections.ts';
import type { Language } from '#schemas/localised.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import { connection, workspace } from '../db/schema/index.ts';
import { Refusal } from '../http/refusal.ts';
import { connectionMessages } from './connection-messages.ts';
import { connectionTypeOf, readConnection } from './connection-rows.ts';
import { type ConnectionServices, fieldColumns } from './write-connection.ts';

type StartedDemo = Awaited<ReturnType<DemoServer['start']>>;

/** The demo systems of this process: at most one of each type, started when first asked for. */
export interface Demos {
  /** @throws Refusal 422 for a type without a demo */
  readonly start: (type: string) => Promise<StartedDemo>;
  readonly close: () => Promise<void>;
}

export function createDemos(registry: Registry): Demos {
  const started = new Map<string, Promise<StartedDemo>>();
  const start = (type: string): Promise<StartedDemo> => {
    const demo = registry.demos.get(type);
    if (!demo) return Promise.reject(new Refusal(422, connectionMessages.build.no_demo({ type })));
    const running = started.get(type) ?? demo.start();
    started.set(type, running);
    // A start that failed must not be remembered as a running demo.
    running.catch(() => started.delete(type));
    return running;
  };
  const close = async () => {
    const running = await Promise.allSettled(started.values());
    started.clear();
    await Promise.all(running.map((one) => (one.status === 'fulfilled' ? one.value.close() : undefined)));
  };
  return { start, close };
}

export interface DemoServices extends ConnectionServices {
  readonly demos: Demos;
}

function demoName(type: ConnectionType, language: Language): string {
  const title = type.texts.title[language];
  return { en: `Demo ${title}`, fr: `${title} (démo)`, nl: `${title} (demo)` }[language];
}

/** Starts the demo of a type and connects the workspace to it; a workspace has one such connection a type. */
export async function createDemoConnection(
  services: DemoServices,
  caller: Caller,
  typeId: string,
  language: Language = 'en',
): Promise<Connection> {
  const { db, registry, vault, demos } = services;
  const type = connectionTypeOf(registry, typeId);
  const { fields, secrets } = await demos.start(type.id);
  return db.transaction(async (tx) => {
    // One row at a time: a double click must not make two demo connections.
    await tx.select({ id: workspace.id }).from(workspace).where(eq(workspace.id, caller.workspaceId)).for('update');
    const isOwnDemo = and(
      eq(connection.workspaceId, caller.workspaceId),
      eq(connection.type, type.id),
      eq(connection.isDemo, true),
    );
    const [present] = await tx.select().from(connection).where(isOwnDemo);
    const owner = { id: present?.id ?? uuidv7(), workspaceId: caller.workspaceId };
    const columns = fieldColumns(vault, owner, { fields: { ...fields }, secrets: { ...secrets } });
    if (present) {
      await tx.update(connection).set(columns).where(eq(connection.id, owner.id));
      return readConnection(tx, registry, caller, owner.id);
    }
    await tx
      .insert(connection)
      .values({ ...owner, type: type.id, name: demoName(type, language), isDemo: true, ...columns });
    await audit(tx, caller, 'connection.created', `connection:${owner.id}`, { type: type.id, demo: true });
    return readConnection(tx, registry, caller, owner.id);
  });
}

/** At start: brings the demos that connections stand for back up, and writes down where they listen now. */
export async function restoreDemos({ db, vault, registry, demos }: DemoServices): Promise<void> {
  const rows = await db.select().from(connection).where(eq(connection.isDemo, true));
  for (const row of rows.filter(({ type }) => registry.demos.has(type))) {
    const { fields, secrets } = await demos.start(row.type);
    const columns = fieldColumns(vault, row, { fields: { ...fields }, secrets: { ...secrets } });
    await db.update(connection).set(columns).where(eq(connection.id, row.id));
  }
}
