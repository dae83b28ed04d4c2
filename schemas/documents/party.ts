import { z } from 'zod';
import { countrySchema, instantSchema } from './amounts.ts';

export const addressSchema = z.object({
  line1: z.string(),
  line2: z.string(),
  postcode: z.string(),
  city: z.string(),
  region: z.string(),
  country: countrySchema.nullable(),
});
export type Address = z.infer<typeof addressSchema>;

/** A customer as the source knows it. No IP address, no browser: personal data that bookkeeping does not need. */
export const partySchema = z.object({
  /** The source's customer id; null for a guest. */
  id: z.string().nullable(),
  name: z.string(),
  company: z.string().nullable(),
  email: z.string().nullable(),
  /** As typed by the customer, trimmed and upper-cased, without spaces, dots or dashes. */
  vatNumber: z.string().nullable(),
  /** What was answered when the number was asked about (VIES); absent when nobody asked. */
  vatCheck: z
    .object({
      number: z.string(),
      isValid: z.boolean(),
      checkedAt: instantSchema,
      /** Proof of the question, when the service gave one. */
      consultation: z.string().nullable(),
      name: z.string().nullable(),
    })
    .optional(),
  phone: z.string().optional(),
  /** The customer's group in the shop ("wholesale"). */
  group: z.string().optional(),
  /** Accounts that this customer has in the books, learnt from the target; they go before any rule. */
  accounts: z
    .object({ ledger: z.string().nullable(), auxiliary: z.string().nullable(), reference: z.string().nullable() })
    .optional(),
  billing: addressSchema.nullable(),
  delivery: addressSchema.nullable(),
});
export type Party = z.infer<typeof partySchema>;
