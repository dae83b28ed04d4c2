import { z } from 'zod';
import { amountSchema, currencySchema, instantSchema } from './amounts.ts';

/** A transfer of a payment processor to the bank: the sum of its items is the amount paid out. */
export const payoutSchema = z
  .object({
    id: z.string().min(1),
    number: z.string(),
    source: z.object({ system: z.string(), shop: z.string(), url: z.string().nullable() }),
    processor: z.string(),
    paidAt: instantSchema,
    currency: currencySchema,
    amount: amountSchema,
    items: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['payment', 'refund', 'fee', 'chargeback', 'adjustment']),
        /** What it brought or cost before its fee, signed: a payment is positive, a refund and a fee are negative. */
        amount: amountSchema,
        /** What the processor kept of it, positive when it was kept. `amount` less `fee` is what reached the transfer. */
        fee: amountSchema.nullable(),
        /** What the item is called on the processor's report. */
        description: z.string().optional(),
        documentId: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Payout', title: 'Payout' });
export type Payout = z.infer<typeof payoutSchema>;
