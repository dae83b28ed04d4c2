import type { Language, Localised } from '#schemas/localised.ts';

/** What a form shows for one field. `options` names the values of an enum. */
export interface FieldText {
  readonly title: string;
  readonly help: string;
  readonly options?: Readonly<Record<string, string>>;
}

/**
 * Texts of the fields of a JSON Schema, by path: "chart", "vat.domestic" for nested objects, "rules[].account" for
 * the items of an array. Every field of the schema has one, in every language; the conformance suite checks it.
 */
export type FieldTexts = Readonly<Record<Language, Readonly<Record<string, FieldText>>>>;

export interface TypeTexts {
  readonly title: Localised;
  readonly description: Localised;
  readonly fields: FieldTexts;
}
