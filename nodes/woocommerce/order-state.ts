import { createHash } from 'node:crypto';
import { z } from 'zod';
import { wireId } from './wire-values.ts';

/** What of an order names its state, in webhooks and lists alike. */
const stateSchema = z.object({
  id: wireId,
  date_modified_gmt: z
    .string()
    .regex(/^[\dT:.Z-]{1,32}$/)
    .nullish()
    .catch(null),
  status: z.string().catch(''),
  refunds: z.array(z.object({ id: wireId })).catch([]),
});

export interface OrderState {
  readonly id: string;
  /** The same for a webhook and for the list of changes; another one after each change that bookkeeping sees. */
  readonly name: string;
  readonly modifiedAt: Date | null;
}

/**
 * Names the state of an order. The date of change alone would not do: it counts in seconds. The shop's own id of a
 * delivery would not either: two deliveries of one second share it (recorded from WooCommerce 11.0.1).
 *
 * @returns null for something that is no order
 */
export function stateOf(raw: unknown): OrderState | null {
  const order = stateSchema.safeParse(raw).data;
  if (!order) return null;
  const { id, status, refunds, date_modified_gmt: modified = null } = order;
  const parts = [status, ...refunds.map((refund) => refund.id).sort()].join(' ');
  const mark = createHash('sha256').update(parts).digest('hex').slice(0, 10);
  const time = modified === null ? Number.NaN : Date.parse(`${modified.replace(/Z$/, '')}Z`);
  return { id, name: `${id}@${modified ?? ''}:${mark}`, modifiedAt: Number.isNaN(time) ? null : new Date(time) };
}
