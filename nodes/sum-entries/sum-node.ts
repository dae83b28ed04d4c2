import { createHash } from 'node:crypto';
import type { FromSchema } from 'json-schema-to-ts';
import { z } from 'zod';
import type { RenderContext } from '#nodes/kit/context.ts';
import { defineRender, type Envelope, type Json, type RenderPage } from '#nodes/kit/node-type.ts';
import { type ClosedSum, openSumsSchema, Sums } from '#nodes/kit/summary/sums.ts';
import type { Localised } from '#schemas/localised.ts';
import { messages } from './messages.ts';

const configSchema = {
  type: 'object',
  additionalProperties: false,
  properties: { grain: { type: 'string', enum: ['day', 'payout'], default: 'day' } },
} as const;
type Context = RenderContext<FromSchema<typeof configSchema>>;

const stateSchema = z.object({
  open: openSumsSchema,
  done: z.array(z.object({ file: z.string(), name: z.string() })),
});

const title: Localised = { en: 'Sum up entries', fr: 'Centraliser les écritures', nl: 'Boekingen centraliseren' };
const description: Localised = {
  en: 'Sums the entries of a day or of a payout up into one a journal, by account, VAT rate and payment. The ledger keeps which documents stand behind it.',
  fr: 'Regroupe les écritures d’un jour ou d’un virement en une par journal, par compte, taux de TVA et règlement. Le registre garde les documents qu’elle recouvre.',
  nl: 'Vat de boekingen van een dag of een uitbetaling samen tot één per dagboek, per rekening, btw-tarief en betaling. Het register bewaart welke documenten erachter staan.',
};
const grainText = {
  en: {
    title: 'One entry for',
    help: 'A day is the booking day. A payout needs a shop that says which transfer a payment was part of; what has not been paid out waits.',
    options: { day: 'each day', payout: 'each payout' },
  },
  fr: {
    title: 'Une écriture par',
    help: 'Le jour est la date comptable. Le virement suppose une boutique qui dit dans quel virement un paiement est parti ; ce qui n’est pas encore viré attend.',
    options: { day: 'jour', payout: 'virement' },
  },
  nl: {
    title: 'Eén boeking per',
    help: 'De dag is de boekingsdatum. Een uitbetaling vraagt een winkel die zegt in welke uitbetaling een betaling zat; wat nog niet uitbetaald is, wacht.',
    options: { day: 'dag', payout: 'uitbetaling' },
  },
};

/** Short and the same for the same sum: what the entry's file goes by within the run. */
function fileOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 24);
}

function bytesOf({ key, entry }: ClosedSum) {
  return { file: fileOf(key), bytes: Buffer.from(JSON.stringify(entry), 'utf8') };
}

function namesOf(closed: readonly ClosedSum[]) {
  return closed.map(({ key, entry }) => {
    const name = `${entry.journal}-${entry.date}-${entry.pieceNumber}.json`.replaceAll(/[^\w.-]/g, '_');
    return { file: fileOf(key), name };
  });
}

function append({ config }: Context, given: Json, batch: readonly Envelope<'journal-entry'>[]): RenderPage {
  const state = stateSchema.parse(given);
  const sums = new Sums(config.grain, state.open);
  const closed: ClosedSum[] = [];
  const placed: { key: string; file: string }[] = [];
  const held: RenderPage['held'][number][] = [];
  for (const { key, body } of batch) {
    closed.push(...sums.closeBefore(body.date));
    const sum = sums.add(body);
    if (sum === null) held.push({ key, problem: messages.build.not_paid_out({ document: body.source.number }) });
    else placed.push({ key, file: fileOf(sum) });
  }
  const next = { open: sums.open, done: [...state.done, ...namesOf(closed)] };
  return {
    // As the database will give it back: without what is undefined.
    state: JSON.parse(JSON.stringify(next)) as Json,
    writes: closed.map(bytesOf),
    placed,
    held,
  };
}

function close({ config }: Context, given: Json) {
  const state = stateSchema.parse(given);
  const closed = new Sums(config.grain, state.open).closeAll();
  const files = [...state.done, ...namesOf(closed)];
  return {
    writes: closed.map(bytesOf),
    files: files.map(({ file, name }) => ({ file, name, mediaType: 'application/json', charset: 'utf-8' })),
  };
}

/** Entries in, fewer entries out: each of its "files" is one entry, which goes to the books as a document. */
export const sumNode = defineRender({
  id: 'sum-entries',
  version: 1,
  icon: 'sum',
  texts: {
    title,
    description,
    fields: { en: { grain: grainText.en }, fr: { grain: grainText.fr }, nl: { grain: grainText.nl } },
  },
  inputs: [{ id: 'entries', kind: 'journal-entry' }],
  outputs: [{ id: 'entries', kind: 'journal-entry' }],
  config: configSchema,
  messages: messages.catalogue,
  open: () => ({ open: [], done: [] }),
  append,
  close,
});
