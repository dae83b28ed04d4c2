import { Liquid, type Template } from 'liquidjs';
import { SettingsError } from '#schemas/errors.ts';
import type { Language } from '#schemas/localised.ts';
import { entryMessages } from './messages.ts';
import type { Settings } from './settings.ts';

type LabelKey = keyof Settings['labels'];

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

const FIELDS = [
  'number',
  'id',
  'customer',
  'company',
  'date',
  'kind',
  'method',
  'original',
  'shop',
  'system',
  'currency',
  'total',
] as const;

/** What a template can name. */
export type LabelFields = Readonly<Record<(typeof FIELDS)[number], string>>;
export type Labels = Readonly<Record<LabelKey, (fields: LabelFields) => string>>;

/** No templates but those given (nothing is read from disk), and no endless loop. */
function makeEngine(): Liquid {
  return new Liquid({
    templates: {},
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    memoryLimit: 100_000,
    parseLimit: 10_000,
    renderLimit: 1_000,
  });
}

function refuseTemplate(template: string, cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause);
  throw new SettingsError(entryMessages.build.template_broken({ template, reason }), { cause });
}

const PLAIN = /\{\{\s*(\w+)\s*\}\}/g;

/**
 * Most templates are texts with fields in them; those are filled in without the engine, which is several times
 * quicker and gives the same text. Null when the template needs the engine.
 */
function compilePlain(template: string): ((fields: LabelFields) => string) | null {
  const names = [...template.matchAll(PLAIN)].map((match) => match[1]);
  if (/\{[{%]/.test(template.replaceAll(PLAIN, ''))) return null;
  const fields = FIELDS.filter((field) => names.includes(field));
  if (fields.length !== new Set(names).size) return null;
  const texts = template.split(/\{\{\s*\w+\s*\}\}/);
  const slots = names.map((name) => FIELDS.find((field) => field === name));
  return (values) =>
    texts.reduce((text, next, index) => {
      const field = slots[index - 1];
      return text + (field ? values[field] : '') + next;
    });
}

function compile(engine: Liquid, template: string): (fields: LabelFields) => string {
  const plain = compilePlain(template);
  if (plain) return plain;
  let parsed: Template[];
  try {
    parsed = engine.parse(template);
  } catch (error) {
    return refuseTemplate(template, error);
  }
  return (fields) => {
    try {
      return String(engine.renderSync(parsed, fields));
    } catch (error) {
      return refuseTemplate(template, error);
    }
  };
}

/** One line of text: a label with a line break would tear a text file apart. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/**
 * Compiles the label templates (Liquid); an empty one is replaced by the wording of the language.
 *
 * @throws SettingsError for a template that cannot be parsed, and later, when filled, for a field that does not exist
 */
export function compileLabels(templates: Settings['labels'], language: Language): Labels {
  const engine = makeEngine();
  const label = (key: LabelKey) => {
    const render = compile(engine, templates[key].trim() || DEFAULTS[language][key]);
    return (fields: LabelFields) => oneLine(render(fields));
  };
  return {
    sale: label('sale'),
    creditNote: label('creditNote'),
    payment: label('payment'),
    payout: label('payout'),
    reference: label('reference'),
    creditNoteReference: label('creditNoteReference'),
    paymentReference: label('paymentReference'),
    pieceNumber: label('pieceNumber'),
    creditNotePieceNumber: label('creditNotePieceNumber'),
    paymentPieceNumber: label('paymentPieceNumber'),
    matchingCode: label('matchingCode'),
  };
}
