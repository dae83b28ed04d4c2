import type { FromSchema } from 'json-schema-to-ts';
import type { EnrichContext } from '#nodes/kit/context.ts';
import type { Envelope, MapResult } from '#nodes/kit/node-type.ts';
import { readVatNumber, type VatNumber, vatNumberOf } from '#nodes/kit/vat-number.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { SettingsError } from '#schemas/errors.ts';
import type { viesConfig } from './config.ts';
import { viesMessages } from './messages.ts';
import { type Known, recall, remember } from './remember.ts';
import { type Answer, askVies, cutNumber } from './wire.ts';

export type ViesSettings = FromSchema<typeof viesConfig>;
type Context = EnrichContext<ViesSettings>;

/** What is known of a number, or why nothing is. */
type Finding = Known | { readonly reason: string };

interface Seller {
  readonly number: string;
  readonly home: string;
}

function sellerOf({ ownNumber, homeCountry }: ViesSettings): Seller {
  if (ownNumber.trim() === '') return { number: '', home: homeCountry };
  const own = readVatNumber(ownNumber, homeCountry || null);
  return { number: own.text, home: homeCountry || own.country };
}

/** A number worth a question: of another Member State, and possible as a number. The others are for the mapping to judge. */
function numberToAsk(document: SalesDocument, { home }: Seller): VatNumber | null {
  const number = vatNumberOf(document);
  return number?.isOfEu && number.isWellFormed && number.country !== home ? number : null;
}

async function learn(context: Context, seller: Seller, number: string, answer: Answer): Promise<Finding> {
  if (answer.kind === 'requester-refused') {
    throw new SettingsError(viesMessages.build.own_number_refused({ number: seller.number }));
  }
  if (answer.kind === 'silent') return { reason: answer.reason };
  const { isValid, name, consultation } = answer;
  const known = { isValid, name, consultation, checkedAt: context.now().toISOString() };
  await remember(context.memory, number, seller.number, known, context.config.validDays);
  const facts = { number, verdict: isValid ? '✓' : '✗', consultation: consultation ?? '—' };
  context.log.info(viesMessages.build.asked(facts));
  return known;
}

/** Asks about each number once. Once the service as a whole is away, the rest of the batch is not asked. */
async function findOut(context: Context, seller: Seller, numbers: readonly string[]): Promise<Map<string, Finding>> {
  const findings = new Map<string, Finding>(await recall(context.memory, numbers, seller.number));
  const requester = seller.number === '' ? null : cutNumber(seller.number);
  let away: string | null = null;
  for (const number of numbers) {
    if (findings.has(number)) continue;
    if (away !== null) {
      findings.set(number, { reason: away });
      continue;
    }
    context.signal.throwIfAborted();
    const answer = await askVies(context.http, context.config.address, cutNumber(number), requester);
    if (answer.kind === 'silent' && answer.isServiceAway) away = answer.reason;
    findings.set(number, await learn(context, seller, number, answer));
  }
  return findings;
}

function passed({ key, kind }: Envelope, body: SalesDocument): MapResult {
  return { emit: [{ key, kind, body }] };
}

function stamped(document: SalesDocument, number: string, known: Known): SalesDocument {
  return { ...document, buyer: { ...document.buyer, vatCheck: { number, ...known } } };
}

function judge(context: Context, envelope: Envelope, document: SalesDocument, number: string, found: Finding) {
  const { config, log } = context;
  const facts = { document: document.number, number };
  if ('reason' in found) {
    const { reason } = found;
    if (config.whenDown === 'hold') return { hold: viesMessages.build.unanswered({ ...facts, reason }) };
    log.warning(viesMessages.build.passed_unasked({ ...facts, reason }), { document: envelope.key });
    return passed(envelope, document);
  }
  const answered = stamped(document, number, found);
  if (found.isValid) return passed(envelope, answered);
  if (config.whenInvalid === 'hold') return { hold: viesMessages.build.invalid(facts, 'buyer/vatNumber') };
  if (config.whenInvalid === 'warn') {
    log.warning(viesMessages.build.invalid(facts, 'buyer/vatNumber'), { document: envelope.key });
    return passed(envelope, answered);
  }
  log.warning(viesMessages.build.as_consumer(facts, 'buyer/vatNumber'), { document: envelope.key });
  return passed(envelope, { ...answered, buyer: { ...answered.buyer, vatNumber: null } });
}

/**
 * Asks VIES about the VAT numbers of a batch and puts its answers on the documents. Documents without a number of
 * another Member State pass as they are.
 *
 * @throws SettingsError when VIES does not accept the seller's own number
 */
export async function checkDocuments(context: Context, batch: readonly Envelope[]): Promise<MapResult[]> {
  const seller = sellerOf(context.config);
  const asked = batch.map(({ body }) => numberToAsk(body as SalesDocument, seller)?.text ?? null);
  const numbers = [...new Set(asked.filter((number) => number !== null))];
  const findings = await findOut(context, seller, numbers);
  return batch.map((envelope, index): MapResult => {
    // The port takes sales documents only; the engine checks it on every edge.
    const document = envelope.body as SalesDocument;
    const number = asked[index] ?? null;
    const found = number === null ? undefined : findings.get(number);
    return number === null || !found ? passed(envelope, document) : judge(context, envelope, document, number, found);
  });
}
