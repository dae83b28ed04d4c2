import type { RJSFSchema } from '@rjsf/utils';
import type { Language } from '#schemas/localised.ts';

/** What a form shows for one field; the same shape as in the catalogue. */
export interface FieldText {
  readonly title: string;
  readonly help: string;
  readonly options?: Readonly<Record<string, string>> | undefined;
}

/** Texts of all fields by path: "chart", "vat.domestic" for nested objects, "rules[].account" for items of an array. */
export type FieldTexts = Readonly<Record<Language, Readonly<Record<string, FieldText>>>>;
export type FormValue = Readonly<Record<string, unknown>>;

/** The part of JSON Schema that configs, connection fields and template settings are written in. */
export interface FieldSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly items?: FieldSchema;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly maxLength?: number;
  readonly [key: string]: unknown;
}

/** rjsf types its schemas after draft 7 and mutable; ours are read-only views of the same JSON. */
export function toRjsfSchema(schema: FieldSchema): RJSFSchema {
  return schema as unknown as RJSFSchema;
}
export function fromRjsfSchema(schema: RJSFSchema): FieldSchema {
  return schema as unknown as FieldSchema;
}

export function isScalar(schema: FieldSchema): boolean {
  return schema.type !== 'object' && schema.type !== 'array';
}

/** A short list of plain fields: shown as rows of a table. */
export function isTableRow(schema: FieldSchema | undefined): boolean {
  const fields = Object.values(schema?.properties ?? {});
  return fields.length > 0 && fields.length <= 8 && fields.every(isScalar);
}
