import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { HoldError, RemoteRefusedError } from '#schemas/errors.ts';
import type { EnrichContext, PartyLink } from '../context.ts';
import { type CustomerCard, cardHash, cardOf, type KnownCustomer } from './customer-card.ts';
import type { CustomerConfig } from './customer-config.ts';
import { customerMessages } from './customer-messages.ts';
import { paddedNumber } from './padded-number.ts';

const { build } = customerMessages;
type Context = EnrichContext<CustomerConfig>;

/** By what a customer is looked for; one at a time, in the order of `QUESTIONS`. */
export type CustomerQuestion =
  | { readonly by: 'code'; readonly value: string }
  | { readonly by: 'vat-number'; readonly value: string }
  | { readonly by: 'email'; readonly value: string };

/** What a target can do with customers. */
export interface CustomerTarget {
  /** Those that fit; none when the target has none. Reading only. */
  readonly find: (context: Context, question: CustomerQuestion) => Promise<readonly KnownCustomer[]>;
  /**
   * Creates a customer. The same `idempotencyKey` comes with every attempt, and the code of the card is ours: a target
   * that recognises either answers with the customer that it has.
   *
   * @throws RemoteRefusedError when it surely did not take it; anything else leaves that open
   */
  readonly create: (context: Context, card: CustomerCard, idempotencyKey: string) => Promise<KnownCustomer>;
  /** Brings a customer up to date; absent where the target cannot, or should not. */
  readonly update?: (context: Context, reference: string, card: CustomerCard) => Promise<void>;
}

/** A customer of the batch with one of its documents, which names it in messages. */
interface Asked {
  readonly key: string;
  readonly document: SalesDocument;
  readonly card: CustomerCard;
  readonly link: PartyLink | undefined;
}

function nameOf({ buyer }: SalesDocument): string {
  return buyer.company || buyer.name || buyer.email || buyer.id || '?';
}

function codeOf({ config }: Context, document: SalesDocument): string | null {
  const { id } = document.buyer;
  if (id === null || id === '') return null;
  const made = paddedNumber(id, config.code);
  if ('number' in made) return made.number;
  const { prefix, length } = config.code;
  throw new HoldError(
    build.code_unfit({ document: document.number, customer: id, prefix, length: String(length) }, 'buyer/id'),
  );
}

function questionsOf({ config }: Context, { code, vatNumber, email }: CustomerCard): CustomerQuestion[] {
  return [
    ...(config.matchCode && code ? [{ by: 'code' as const, value: code }] : []),
    ...(config.matchVatNumber && vatNumber ? [{ by: 'vat-number' as const, value: vatNumber }] : []),
    ...(config.matchEmail && email ? [{ by: 'email' as const, value: email }] : []),
  ];
}

function linkOf({ key, document, card }: Asked, state: PartyLink['state'], known: KnownCustomer | null): PartyLink {
  return {
    ...{ key, state, name: nameOf(document), vatNumber: card.vatNumber, email: card.email, problem: null },
    reference: known?.reference ?? null,
    ledgerAccount: known?.ledgerAccount ?? null,
    auxiliaryAccount: known?.auxiliaryAccount ?? null,
  };
}

/** @throws HoldError when several customers fit: which one it is, is not for us to guess */
async function findCustomer(context: Context, target: CustomerTarget, asked: Asked): Promise<KnownCustomer | null> {
  for (const question of questionsOf(context, asked.card)) {
    const found = await target.find(context, question);
    const [first] = found;
    if (!first) continue;
    if (found.length === 1) return first;
    const candidates = found
      .slice(0, 5)
      .map(({ reference, name }) => `${reference} ${name}`.trim())
      .join(', ');
    const facts = { document: asked.document.number, customer: nameOf(asked.document), candidates };
    const problem = build.ambiguous(facts, 'buyer');
    // It stands among those to decide, where a person can say which one it is.
    if (!context.run.dryRun) await context.parties.save({ ...linkOf(asked, 'asked', null), problem });
    throw new HoldError(problem);
  }
  return null;
}

async function saveLinked(context: Context, asked: Asked, known: KnownCustomer): Promise<PartyLink> {
  const link = linkOf(asked, 'linked', known);
  await context.parties.save(link);
  return link;
}

/**
 * Creates the customer, once: that it will be done is noted before the call. After a crash, or when no answer came, the
 * target is asked first.
 */
async function createCustomer(context: Context, target: CustomerTarget, asked: Asked): Promise<PartyLink> {
  const { document, key, card } = asked;
  const customer = nameOf(document);
  await context.parties.save(linkOf(asked, 'creating', null));
  try {
    const known = await target.create(context, card, `party:${context.connection?.id ?? ''}:${key}`);
    const link = await saveLinked(context, asked, known);
    context.log.info(build.created({ customer, reference: known.reference }));
    await context.memory.put(`card:${key}`, cardHash(card), endOfTime(context));
    return link;
  } catch (error) {
    if (!(error instanceof RemoteRefusedError)) throw error;
    const reason = build.not_taken({ document: document.number, customer, reason: error.detail.text }, 'buyer');
    await context.parties.save({ ...linkOf(asked, 'failed', null), problem: error.detail });
    throw new HoldError(reason);
  }
}

/** A card is kept as long as anybody may compare with it. */
function endOfTime({ now }: Context): Date {
  const day = now();
  return new Date(Date.UTC(day.getUTCFullYear() + 10, 0, 1));
}

async function updateCustomer(context: Context, target: CustomerTarget, asked: Asked, link: PartyLink) {
  const { key, card, document } = asked;
  if (!target.update || link.reference === null || context.run.dryRun) return;
  const name = `card:${key}`;
  const hash = cardHash(card);
  const sent = (await context.memory.get([name])).get(name)?.value;
  if (sent === hash) return;
  // A customer that was found, not made, by us is its owner's: only what we once sent is brought up to date.
  if (sent !== undefined) {
    await target.update(context, link.reference, card);
    context.log.info(build.updated({ customer: nameOf(document), reference: link.reference }));
  }
  await context.memory.put(name, hash, endOfTime(context));
}

/** A customer that the target does not have: by the setting, or by what a person said. */
async function settleMissing(context: Context, target: CustomerTarget, asked: Asked): Promise<PartyLink | null> {
  const { document, link } = asked;
  const facts = { document: document.number, customer: nameOf(document) };
  // What was begun, or refused by the target after somebody wanted it, is still wanted.
  const isBegun = link?.state === 'approved' || link?.state === 'creating' || link?.state === 'failed';
  const isWanted = context.config.mode === 'create' || isBegun;
  if (context.run.dryRun && isWanted) {
    context.log.info(build.would_create({ customer: facts.customer }));
    return null;
  }
  if (isWanted) return createCustomer(context, target, asked);
  if (context.config.mode === 'never') throw new HoldError(build.unknown(facts, 'buyer'));
  if (!context.run.dryRun) await context.parties.save(linkOf(asked, 'asked', null));
  throw new HoldError(build.asked(facts, 'buyer'));
}

/**
 * Finds out which customer of the target a buyer is, and creates it when that is wanted.
 *
 * @returns null in a dry run, for a customer that would be created
 * @throws HoldError for a customer that is not to be created, was refused, or may be several
 * @throws RemoteDownError when no answer came: the batch is tried again, and the target asked first
 */
export async function settleCustomer(
  context: Context,
  target: CustomerTarget,
  key: string,
  document: SalesDocument,
  link: PartyLink | undefined,
): Promise<PartyLink | null> {
  const customer = nameOf(document);
  // A customer that is linked needs no number of ours any more: one that does not fit holds nobody.
  if (link?.state === 'linked') {
    const made = paddedNumber(document.buyer.id ?? '', context.config.code);
    const card = cardOf(document, 'number' in made ? made.number : null);
    await updateCustomer(context, target, { key, document, card, link }, link);
    return link;
  }
  const asked: Asked = { key, document, card: cardOf(document, codeOf(context, document)), link };
  if (link?.state === 'refused') {
    throw new HoldError(build.refused({ document: document.number, customer }, 'buyer'));
  }
  const found = await findCustomer(context, target, asked);
  if (!found) return settleMissing(context, target, asked);
  context.log.info(build.linked({ customer, reference: found.reference }));
  if (context.run.dryRun) return linkOf(asked, 'linked', found);
  return saveLinked(context, asked, found);
}
