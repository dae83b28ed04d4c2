import type { Language } from '#schemas/localised.ts';
import type { Message } from '#schemas/messages.ts';

/** What a form shows for one field; the same shape as in the catalogue. */
export interface FieldText {
  readonly title: string;
  readonly help: string;
  readonly options?: Readonly<Record<string, string>> | undefined;
}
export type FieldTexts = Readonly<Record<Language, Readonly<Record<string, FieldText>>>>;
export type FormValue = Readonly<Record<string, unknown>>;

export interface SchemaFormProps {
  /** JSON Schema of an object: a node type's `config`, a connection type's `fields`, a template's `settings`. */
  schema: Readonly<Record<string, unknown>>;
  /** Texts by path: "chart", "vat.domestic", "rules[].account". */
  texts: FieldTexts;
  value: FormValue;
  onChange: (value: FormValue) => void;
  /** Names of fields that are never sent back, and of those that are filled in on the server. */
  secrets?: readonly string[];
  secretsSet?: readonly string[];
  /** What the server found wrong; shown beside the field that `field` names. */
  problems?: readonly Message[];
  /** Shows also what is wrong with fields that were not touched yet. */
  showErrors?: boolean;
  readOnly?: boolean;
}

export function SchemaForm({ value }: SchemaFormProps) {
  return <pre>{JSON.stringify(value, null, 2)}</pre>;
}
