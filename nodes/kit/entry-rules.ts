/** What a target demands of a text. */
export interface TextRule {
  readonly minLength?: number;
  /** A longer text is refused, never cut, unless `cuts` says that the target (or its format) cuts it by rule. */
  readonly maxLength?: number;
  readonly cuts?: boolean;
  /** Of the whole text. */
  readonly pattern?: RegExp;
}

/**
 * What a way out demands of journal entries. They are checked when entries are made, before anybody confirms them, and
 * named in the form: an entry that breaks one is held with the field and what is demanded.
 */
export interface EntryRules {
  readonly account?: TextRule;
  readonly auxiliaryAccount?: TextRule;
  readonly journal?: TextRule;
  readonly pieceNumber?: TextRule;
  readonly label?: TextRule;
  readonly reference?: TextRule;
  /** The target refuses a piece number that it has in the same journal (and, when so, the same fiscal year). */
  readonly uniquePieceNumber?: boolean;
  /** Last day of its fiscal years, "MM-DD"; "12-31" unless set. Numbers begin anew with each of them. */
  readonly fiscalYearEnd?: string;
  /** What the target has no place for: forms hide it. */
  readonly ignores?: readonly EntryFeature[];
}

/** Parts of an entry that not every target can hold. */
export const ENTRY_FEATURES = [
  'auxiliary-account',
  'reference',
  'payment-reference',
  'payment-label',
  'vat-code',
  'vat-grid',
  'currency',
  'analytics',
  'due-date',
  'matching-code',
  'payment-mode',
] as const;
export type EntryFeature = (typeof ENTRY_FEATURES)[number];
