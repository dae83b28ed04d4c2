import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { HoldError } from '#schemas/errors.ts';
import type { Localised } from '#schemas/localised.ts';
import type { Message, MessageCatalogue } from '#schemas/messages.ts';
import type { EnrichContext, PartyLink } from '../context.ts';
import { defineEnrich, type Envelope, type MapResult, type NodeType } from '../node-type.ts';
import { customerKey } from './customer-card.ts';
import { type CustomerConfig, customerConfigSchema, customerFieldTexts } from './customer-config.ts';
import { customerMessages } from './customer-messages.ts';
import { type CustomerTarget, settleCustomer } from './settle-customer.ts';

type Context = EnrichContext<CustomerConfig>;
type Settled = { readonly link: PartyLink | null } | { readonly hold: Message };

/** How a customers node is declared: what it is called, which connection it works with, and what its target can do. */
export interface CustomersNode extends CustomerTarget {
  readonly id: string;
  readonly connection: string;
  readonly title: Localised;
  readonly description: Localised;
  /** What its calls can say beside the kit's own messages. */
  readonly messages: MessageCatalogue;
}

async function settle(
  context: Context,
  target: CustomerTarget,
  key: string,
  document: SalesDocument,
  link: PartyLink | undefined,
): Promise<Settled> {
  try {
    return { link: await settleCustomer(context, target, key, document, link) };
  } catch (error) {
    if (error instanceof HoldError) return { hold: error.detail };
    throw error;
  }
}

/** The document with the accounts that its customer has in the books. */
function withAccounts({ key, kind, body }: Envelope, link: PartyLink | null): MapResult {
  const document = body as SalesDocument;
  if (!link) return { emit: [{ key, kind, body: document }] };
  const accounts = { ledger: link.ledgerAccount, auxiliary: link.auxiliaryAccount, reference: link.reference };
  return { emit: [{ key, kind, body: { ...document, buyer: { ...document.buyer, accounts } } }] };
}

/** A hold names the document that it holds, not the customer's first one; by the key the customer finds it again. */
function holdFor({ number }: SalesDocument, key: string, message: Message): MapResult {
  const params = { ...message.params, document: number, key };
  const text = message.text.replace(message.params['document'] ?? number, number);
  return { hold: { ...message, params, text } };
}

async function settleBatch(
  context: Context,
  target: CustomerTarget,
  batch: readonly Envelope[],
): Promise<readonly MapResult[]> {
  const keys = batch.map(({ body }) => customerKey(body as SalesDocument, context.config.guests));
  const links = await context.parties.find([...new Set(keys.filter((key): key is string => key !== null))]);
  const settled = new Map<string, Settled>();
  const results: MapResult[] = [];
  for (const [index, envelope] of batch.entries()) {
    const key = keys[index] ?? null;
    const document = envelope.body as SalesDocument;
    if (key === null) {
      results.push({ emit: [envelope] });
      continue;
    }
    const known = settled.get(key) ?? (await settle(context, target, key, document, links.get(key)));
    settled.set(key, known);
    results.push('hold' in known ? holdFor(document, key, known.hold) : withAccounts(envelope, known.link));
  }
  return results;
}

/**
 * Declares the node of a target that knows customers: sales documents come in and go on with the accounts that their
 * customer has there. Each customer is settled once a batch; one that must wait holds its own documents only.
 */
export function defineCustomers({ id, connection, title, description, messages, ...target }: CustomersNode): NodeType {
  return defineEnrich({
    id,
    version: 1,
    icon: 'users',
    texts: { title, description, fields: customerFieldTexts },
    inputs: [{ id: 'documents', kind: 'sales-document' }],
    outputs: [{ id: 'documents', kind: 'sales-document' }],
    connection,
    config: customerConfigSchema,
    messages: { ...messages, ...customerMessages.catalogue },
    run: (context, batch) => settleBatch(context, target, batch),
  });
}
