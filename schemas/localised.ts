import { z } from 'zod';

export const LANGUAGES = ['en', 'fr', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];
export const languageSchema = z.enum(LANGUAGES);

/** One text in every language of the product. A missing language is a compile error. */
export type Localised = Readonly<Record<Language, string>>;
export const localisedSchema = z.object({ en: z.string(), fr: z.string(), nl: z.string() });
