import { eq } from 'drizzle-orm';
import type { Registry } from '#nodes/kit/registry.ts';
import { audit } from '../auth/audit.ts';
import type { Caller } from '../auth/caller.ts';
import type { Transaction } from '../db/database.ts';
import { mapping } from '../db/schema/index.ts';
import { Refusal } from '../http/refusal.ts';
import { mappingMessages } from './mapping-messages.ts';
import { lockMapping } from './mapping-rows.ts';
import { flowsByMapping } from './using-flows.ts';

/**
 * Puts a mapping away. Its revisions stay: runs of the past are explained by them.
 *
 * @throws Refusal 404 · 409 while a published flow names it. A flow that is being published holds the mapping's row, so
 *   that neither can overtake the other.
 */
export async function archiveMapping(tx: Transaction, registry: Registry, caller: Caller, id: string): Promise<void> {
  const { name, archivedAt } = await lockMapping(tx, caller, id);
  if (archivedAt !== null) return;
  const users = (await flowsByMapping(tx, registry, caller)).get(id) ?? [];
  const published = users.filter(({ isPublished }) => isPublished);
  if (published.length > 0) {
    const flows = published.map((flow) => `“${flow.name}”`).join(', ');
    throw new Refusal(409, mappingMessages.build.still_published({ name, flows }));
  }
  await tx.update(mapping).set({ archivedAt: new Date() }).where(eq(mapping.id, id));
  await audit(tx, caller, 'mapping.archived', `mapping:${id}`, { name });
}

/** @throws Refusal 404 */
export async function unarchiveMapping(tx: Transaction, caller: Caller, id: string): Promise<void> {
  const { name, archivedAt } = await lockMapping(tx, caller, id);
  if (archivedAt === null) return;
  await tx.update(mapping).set({ archivedAt: null }).where(eq(mapping.id, id));
  await audit(tx, caller, 'mapping.unarchived', `mapping:${id}`, { name });
}
