import type { MapContext } from '#nodes/kit/context.ts';
import type { Envelope } from '#nodes/kit/node-type.ts';
import { writeParty } from '#nodes/kit/party-writing.ts';
import type { TemplateExample, TemplateExamples } from '#nodes/kit/template-examples.ts';
import type { Payout } from '#schemas/documents/payout.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { PasserelleError } from '#schemas/errors.ts';
import { dayIn } from '#schemas/period.ts';
import { checkChart } from '../accounts/check-chart.ts';
import type { Settings } from '../settings.ts';
import { LABEL_FIELD_TITLES } from '../texts/label-field-titles.ts';
import { bookingDay, daysOf } from './booking-date.ts';
import { paymentFields, saleFields } from './entry-head.ts';
import { LABEL_FIELDS, type LabelFields, matchingFields, payoutFields } from './label-fields.ts';
import { compileLabel, LABEL_KEYS, type LabelKey } from './labels.ts';

type About = 'sale' | 'credit-note' | 'payment' | 'payout';

/** What each template is about, and which part of the entry it becomes. */
const PURPOSES: Readonly<Record<LabelKey, readonly [About, TemplateExample['part']]>> = {
  sale: ['sale', 'label'],
  creditNote: ['credit-note', 'label'],
  payment: ['payment', 'label'],
  payout: ['payout', 'label'],
  reference: ['sale', 'reference'],
  creditNoteReference: ['credit-note', 'reference'],
  paymentReference: ['payment', 'reference'],
  pieceNumber: ['sale', 'pieceNumber'],
  creditNotePieceNumber: ['credit-note', 'pieceNumber'],
  paymentPieceNumber: ['payment', 'pieceNumber'],
  matchingCode: ['sale', null],
};

interface Sample {
  readonly about: About;
  readonly key: string;
  readonly number: string;
  readonly values: LabelFields;
  /** The fields of its matching code. */
  readonly matching: LabelFields;
}

type Context = Pick<MapContext<Settings>, 'config' | 'run' | 'startedAt'>;

function saleSamples(context: Context, key: string, read: SalesDocument): Sample[] {
  const document = { ...read, buyer: writeParty(read.buyer, context.config.customer) };
  const plan = { settings: context.config, days: daysOf(context) };
  const fields = saleFields(plan, document, bookingDay(context.config, document, plan.days));
  const { kind, number } = document;
  const own = { about: kind, key, number, values: fields, matching: matchingFields(fields, document) };
  const [payment] = document.payments;
  if (!payment || kind !== 'sale') return [own];
  const date = dayIn(plan.days.zone, payment.paidAt ?? document.createdAt);
  const paid = paymentFields(plan, document, payment, date);
  return [own, { ...own, about: 'payment', values: paid, matching: paid }];
}

function samplesOf(context: Context, { key, kind, body }: Envelope): Sample[] {
  if (kind === 'sales-document') return saleSamples(context, key, body as SalesDocument);
  if (kind !== 'payout') return [];
  const payout = body as Payout;
  const paidOn = dayIn(context.run.zone, payout.paidAt);
  const fields = payoutFields(payout, paidOn, paidOn);
  return [{ about: 'payout', key, number: payout.number, values: fields, matching: fields }];
}

function exampleOf({ labels, language }: Settings, key: LabelKey, sample: Sample): TemplateExample {
  const [about, part] = PURPOSES[key];
  const told = { setting: `labels.${key}`, about, part };
  try {
    const fields = key === 'matchingCode' ? sample.matching : sample.values;
    return { ...told, text: compileLabel(labels, key, language)(fields), problem: null };
  } catch (error) {
    if (error instanceof PasserelleError) return { ...told, text: null, problem: error.detail };
    throw error;
  }
}

/** What the templates of the settings make of documents; of several that one could be about, the first is taken. */
export function labelExamples(context: Context, documents: readonly Envelope[]): TemplateExamples {
  const samples = new Map<About, Sample>();
  for (const sample of documents.flatMap((envelope) => samplesOf(context, envelope))) {
    if (!samples.has(sample.about)) samples.set(sample.about, sample);
  }
  return {
    fields: LABEL_FIELDS.map((name) => ({ name, title: LABEL_FIELD_TITLES[name] })),
    documents: [...samples.values()].map(({ about, key, number, values }) => ({ about, key, number, values })),
    examples: LABEL_KEYS.flatMap((key) => {
      const sample = samples.get(PURPOSES[key][0]);
      return sample ? [exampleOf(context.config, key, sample)] : [];
    }),
    warnings: checkChart(context.config),
  };
}
