import { z } from 'zod';
import { amountSchema, currencySchema, instantSchema } from './amounts.ts';

/** Money received (or given back, when negative) that stands on its own, apart from a sales document. */
export const paymentSchema = z
  .object({
    id: z.string().min(1),
    number: z.string(),
    source: z.object({ system: z.string(), shop: z.string(), url: z.string().nullable() }),
    method: z.string(),
    methodTitle: z.string(),
    paidAt: instantSchema,
    amount: amountSchema,
    currency: currencySchema,
    fee: amountSchema.nullable(),
    transactionId: z.string().nullable(),
    /** Ids of the sales documents it settles. */
    settles: z.array(z.object({ documentId: z.string(), amount: amountSchema })),
  })
  .meta({ id: 'Payment', title: 'Payment' });
export type Payment = z.infer<typeof paymentSchema>;
