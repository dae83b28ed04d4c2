import { z } from 'zod';
import { entryAmountSchema } from './amounts.ts';

/** A rendered file. Its bytes are stored once and served as they are; this is what travels on the edges. */
export const fileSchema = z
  .object({
    id: z.string(),
    name: z.string().min(1),
    mediaType: z.string(),
    /** IANA name of the character set of a text file; null for binary. */
    charset: z.string().nullable(),
    size: z.int().nonnegative(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    entryCount: z.int().nonnegative(),
    lineCount: z.int().nonnegative(),
    totalDebit: entryAmountSchema,
    totalCredit: entryAmountSchema,
  })
  .meta({ id: 'File', title: 'File' });
export type FileDocument = z.infer<typeof fileSchema>;
