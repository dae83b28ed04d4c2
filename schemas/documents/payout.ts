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
        amount: amountSchema,
        fee: amountSchema.nullable(),
        documentId: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Payout', title: 'Payout' });
export type Payout = z.infer<typeof payoutSchema>;
