import type { Liquid, Template } from 'liquidjs';
import { HoldError, SettingsError } from '#schemas/errors.ts';
import type { Language } from '#schemas/localised.ts';
import type { Message } from '#schemas/messages.ts';
import { entryMessages } from '../messages.ts';
import type { Settings } from '../settings.ts';
import { makeLabelEngine } from './label-engine.ts';
import { LABEL_FIELDS, type LabelField, type LabelFields } from './label-fields.ts';

export type LabelKey = keyof Settings['labels'];

const SAME = {
  reference: '{{ number }}',
  creditNoteReference: '{{ number }}',
  paymentReference: '{{ number }}',
  pieceNumber: '{{ number }}',
  creditNotePieceNumber: '{{ number }}',
  paymentPieceNumber: '{{ number }}',
  matchingCode: '{{ number }}',
} as const;

const DEFAULTS: Readonly<Record<Language, Readonly<Record<LabelKey, string>>>> = {
  fr: {
    sale: 'Vente {{ number }} {{ customer }}',
    creditNote: 'Avoir {{ number }} {{ customer }}',
    payment: 'Règlement {{ number }} {{ customer }}',
    payout: 'Virement {{ method }} {{ number }}',
    ...SAME,
  },
  nl: {
    sale: 'Verkoop {{ number }} {{ customer }}',
    creditNote: 'Creditnota {{ number }} {{ customer }}',
    payment: 'Betaling {{ number }} {{ customer }}',
    payout: 'Uitbetaling {{ method }} {{ number }}',
    ...SAME,
  },
  en: {
    sale: 'Sale {{ number }} {{ customer }}',
    creditNote: 'Credit note {{ number }} {{ customer }}',
    payment: 'Payment {{ number }} {{ customer }}',
    payout: 'Payout {{ method }} {{ number }}',
    ...SAME,
  },
};

/** Credit notes and payments are numbered as sales are unless the user says otherwise. */
const STANDS_IN: Readonly<Partial<Record<LabelKey, LabelKey>>> = {
  creditNoteReference: 'reference',
  paymentReference: 'reference',
  creditNotePieceNumber: 'pieceNumber',
  paymentPieceNumber: 'pieceNumber',
};

export const LABEL_KEYS = Object.keys(DEFAULTS.en) as readonly LabelKey[];

type Fill = (fields: LabelFields) => string;
export type Labels = Readonly<Record<LabelKey, Fill>>;

function refuseTemplate(template: string, key: LabelKey, cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause);
  throw new SettingsError(entryMessages.build.template_broken({ template, reason }, `labels.${key}`), { cause });
}

const PLAIN = /\{\{\s*(\w+)\s*\}\}/g;

function isField(name: string | undefined): name is LabelField {
  return LABEL_FIELDS.some((field) => field === name);
}

/**
 * Most templates are texts with fields in them; those are filled in without the engine, which is several times
 * quicker and gives the same text. Null when the template needs the engine.
 */
function compilePlain(template: string): Fill | null {
  if (/\{[{%]/.test(template.replaceAll(PLAIN, ''))) return null;
  const slots = [...template.matchAll(PLAIN)].map((match) => match[1]).filter(isField);
  const texts = template.split(/\{\{\s*\w+\s*\}\}/);
  if (slots.length !== texts.length - 1) return null;
  return (values) =>
    texts.reduce((text, next, index) => {
      const field = slots[index - 1];
      return text + (field ? values[field] : '') + next;
    });
}

/** Reads a template; one that names what does not exist is refused now, not with the first document that meets it. */
function parse(engine: Liquid, template: string, key: LabelKey): Template[] {
  let parsed: Template[];
  let named: string[];
  try {
    parsed = engine.parse(template);
    named = engine.globalVariablesSync(parsed);
  } catch (error) {
    return refuseTemplate(template, key, error);
  }
  const unknown = named.find((name) => !isField(name));
  if (unknown !== undefined) refuseTemplate(template, key, new Error(`undefined variable: ${unknown}`));
  return parsed;
}

/** A filter that finds the document at fault holds the document; everything else is the template's fault. */
function heldBy(error: unknown): HoldError | null {
  const cause = error instanceof Error && 'originalError' in error ? error.originalError : null;
  return cause instanceof HoldError ? cause : null;
}

function compile(engine: Liquid, template: string, key: LabelKey): Fill {
  const plain = compilePlain(template);
  if (plain) return plain;
  const parsed = parse(engine, template, key);
  return (fields) => {
    try {
      return String(engine.renderSync(parsed, fields));
    } catch (error) {
      throw heldBy(error) ?? refuseTemplate(template, key, error);
    }
  };
}

/** One line of text: a label with a line break would tear a text file apart. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function templateOf(templates: Settings['labels'], key: LabelKey, language: Language): string {
  const standIn = STANDS_IN[key];
  return templates[key].trim() || (standIn && templates[standIn].trim()) || DEFAULTS[language][key];
}

/**
 * Compiles one template (Liquid); an empty one is replaced by that of the sale, or by the wording of the language.
 *
 * @throws SettingsError for a template that cannot be parsed or names a field that does not exist; when filled, for one
 *   that cannot be carried out, or a HoldError when it is the document that does not fit
 */
export function compileLabel(
  templates: Settings['labels'],
  key: LabelKey,
  language: Language,
  engine = makeLabelEngine(language),
): Fill {
  const fill = compile(engine, templateOf(templates, key, language), key);
  return (fields) => oneLine(fill(fields));
}

/** Compiles all templates. @throws SettingsError for the first that cannot be used */
export function compileLabels(templates: Settings['labels'], language: Language): Labels {
  const engine = makeLabelEngine(language);
  return Object.fromEntries(LABEL_KEYS.map((key) => [key, compileLabel(templates, key, language, engine)])) as Labels;
}

/** Everything that is wrong with templates as such, one message each. */
export function findTemplateProblems({ labels, language }: Pick<Settings, 'labels' | 'language'>): Message[] {
  const engine = makeLabelEngine(language);
  return LABEL_KEYS.flatMap((key) => {
    try {
      compile(engine, labels[key], key);
      return [];
    } catch (error) {
      if (error instanceof SettingsError) return [error.detail];
      throw error;
    }
  });
}
