import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SourceContext } from '#nodes/kit/context.ts';
import type { Json } from '#nodes/kit/node-type.ts';
import { AuthError } from '#schemas/errors.ts';
import type { ShopCall } from './access.ts';
import { openShop, type ShopClient } from './client.ts';
import type { SalesConfig } from './config.ts';
import { isGone } from './judge-answer.ts';
import { messages } from './messages.ts';
import { readWholeList } from './read-list.ts';
import { wireId, wireText } from './wire-values.ts';

/**
 * There is no topic of refunds: a refund updates its order. One that is deleted has nothing left to read, and what is
 * posted of it is for a person to decide about, so that order.deleted is not asked for.
 */
const TOPICS = ['order.created', 'order.updated'];

const rowSchema = z.object({ id: wireId, topic: wireText, delivery_url: wireText, status: wireText });
type Row = z.infer<typeof rowSchema>;
const knownSchema = z.object({ ids: z.array(z.string()), mark: z.string() });

interface Wanted {
  readonly address: string;
  readonly secret: string;
}

/** The shop never gives a secret back: this tells whether the one it was given is still the one that is wanted. */
function markOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 12);
}

async function listRows(shop: ShopClient): Promise<Row[]> {
  const rows = await readWholeList(shop, '/webhooks', { per_page: '100' });
  return rows.flatMap((row) => rowSchema.safeParse(row).data ?? []);
}

/** @throws AuthError that says which right the key lacks */
async function change(shop: ShopClient, call: Omit<ShopCall, 'query'>): Promise<unknown> {
  try {
    return await shop.change(call);
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    throw new AuthError(messages.build.webhooks_need_write({ host: shop.address.shop }), { cause: error });
  }
}

async function removeRow(shop: ShopClient, id: string): Promise<void> {
  try {
    // Without force WooCommerce answers that webhooks have no bin.
    await shop.change({ method: 'DELETE', path: `/webhooks/${id}`, query: { force: 'true' } });
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function bodyOf(topic: string, { address, secret }: Wanted) {
  return { name: `Passerelle ${topic}`, topic, delivery_url: address, secret, status: 'active' };
}

/** Makes or mends the one registration of a topic; the others of it go. */
async function settleTopic(shop: ShopClient, topic: string, rows: readonly Row[], wanted: Wanted, isKnown: boolean) {
  const body = bodyOf(topic, wanted);
  const [kept, ...spare] = rows;
  for (const row of spare) await removeRow(shop, row.id);
  if (!kept) {
    const made = rowSchema.parse(await change(shop, { method: 'POST', path: '/webhooks', body }));
    return { id: made.id, touched: true };
  }
  // Five failures in a row switch a webhook off for good; nobody but us switches it on again.
  const isSound = isKnown && kept.status === 'active' && kept.delivery_url === wanted.address;
  if (!isSound) await change(shop, { method: 'PUT', path: `/webhooks/${kept.id}`, body });
  return { id: kept.id, touched: !isSound || spare.length > 0 };
}

/**
 * Makes the shop's webhooks what they must be: one a topic, active, with this address and secret.
 *
 * @throws AuthError when the key may only read; else as `readSales`
 */
export async function registerWebhooks(
  context: SourceContext<SalesConfig>,
  wanted: Wanted,
  known: Json,
): Promise<{ readonly known: Json; readonly repaired: boolean }> {
  const shop = await openShop(context);
  const before = knownSchema.safeParse(known).data ?? null;
  const mark = markOf(wanted.secret);
  const isOurs = (row: Row) => row.delivery_url === wanted.address || (before?.ids.includes(row.id) ?? false);
  const ours = (await listRows(shop)).filter(isOurs);
  const strays = ours.filter((row) => !TOPICS.includes(row.topic));
  for (const row of strays) await removeRow(shop, row.id);
  const ids: string[] = [];
  let touched = strays.length > 0;
  for (const topic of TOPICS) {
    const rows = ours.filter((row) => row.topic === topic);
    const isKnown = before?.mark === mark && before.ids.includes(rows[0]?.id ?? '');
    const settled = await settleTopic(shop, topic, rows, wanted, isKnown);
    ids.push(settled.id);
    touched ||= settled.touched;
  }
  return { known: { ids, mark }, repaired: before !== null && touched };
}

/** Removes what `registerWebhooks` made. @throws as `readSales` */
export async function removeWebhooks(
  context: SourceContext<SalesConfig>,
  address: string | null,
  known: Json,
): Promise<void> {
  const shop = await openShop(context);
  const ids = knownSchema.safeParse(known).data?.ids ?? [];
  const ours = (await listRows(shop)).filter((row) => row.delivery_url === address || ids.includes(row.id));
  for (const row of ours) await removeRow(shop, row.id);
}
