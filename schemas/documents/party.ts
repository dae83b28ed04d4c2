import { z } from 'zod';
import { countrySchema } from './amounts.ts';

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
  billing: addressSchema.nullable(),
  delivery: addressSchema.nullable(),
});
export type Party = z.infer<typeof partySchema>;
