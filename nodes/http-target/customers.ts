import { z } from 'zod';
import type { EnrichContext } from '#nodes/kit/context.ts';
import type { CustomerCard, KnownCustomer } from '#nodes/kit/customers/customer-card.ts';
import { defineCustomers } from '#nodes/kit/customers/define-customers.ts';
import type { CustomerQuestion } from '#nodes/kit/customers/settle-customer.ts';
import type { HttpResponse } from '#nodes/kit/http.ts';
import { canonicalJson } from '#schemas/canonical-json.ts';
import { RemoteDownError } from '#schemas/errors.ts';
import { type Account, accountOf, callReceiver } from './account.ts';
import { failureOf, wordsOf } from './answer.ts';
import { httpTargetMessages } from './messages.ts';

const TIMEOUT_MS = 30_000;

const customerSchema = z.object({
  reference: z.string().min(1).max(200),
  name: z.string().default(''),
  ledgerAccount: z.string().max(40).nullable().default(null),
  auxiliaryAccount: z.string().max(40).nullable().default(null),
});
const foundSchema = z.object({ customers: z.array(customerSchema) });

type Context = Pick<EnrichContext<unknown>, 'connection' | 'http' | 'now'>;

function receiverOf({ connection }: Context): Account {
  if (!connection) throw new Error('http-customers asks over a connection');
  return accountOf(connection);
}

/**
 * Reads an answer. One in another shape leaves open what happened: the engine asks again.
 *
 * @throws RemoteRefusedError, AuthError, SettingsError, RemoteDownError
 */
function read<T>(schema: z.ZodType<T>, shape: string, host: string, name: string, response: HttpResponse): T {
  if (response.status < 200 || response.status > 299) throw failureOf(host, name, response);
  try {
    return schema.parse(JSON.parse(response.text));
  } catch (cause) {
    const status = String(response.status);
    const facts = { host, status, reason: wordsOf(response.text), shape };
    throw new RemoteDownError(httpTargetMessages.build.unreadable_customers(facts), { cause });
  }
}

const ONE = '{"reference": "…", "ledgerAccount": "…", "auxiliaryAccount": "…"}';
const QUERY: Readonly<Record<CustomerQuestion['by'], string>> = {
  code: 'code',
  'vat-number': 'vatNumber',
  email: 'email',
};

async function findCustomers(context: Context, { by, value }: CustomerQuestion): Promise<KnownCustomer[]> {
  const account = receiverOf(context);
  const url = `${account.url}/customers?${QUERY[by]}=${encodeURIComponent(value)}`;
  const response = await callReceiver(context, account, { url, timeoutMs: TIMEOUT_MS });
  return read(foundSchema, `{"customers": [${ONE}]}`, account.host, value, response).customers;
}

/** 409: it has this code, from an attempt whose answer got lost or from somebody else; either way it says which it is. */
async function createCustomer(context: Context, card: CustomerCard, idempotencyKey: string): Promise<KnownCustomer> {
  const account = receiverOf(context);
  const response = await callReceiver(context, account, {
    method: 'POST',
    url: `${account.url}/customers`,
    headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
    body: canonicalJson(card),
    timeoutMs: TIMEOUT_MS,
  });
  const isThere = response.status === 409 && customerSchema.safeParse(parse(response.text)).success;
  const answer = isThere ? { ...response, status: 200 } : response;
  return read(customerSchema, ONE, account.host, card.name, answer);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function updateCustomer(context: Context, reference: string, card: CustomerCard): Promise<void> {
  const account = receiverOf(context);
  const response = await callReceiver(context, account, {
    method: 'PUT',
    url: `${account.url}/customers/${encodeURIComponent(reference)}`,
    headers: { 'content-type': 'application/json' },
    body: canonicalJson(card),
    timeoutMs: TIMEOUT_MS,
  });
  if (response.status < 200 || response.status > 299) throw failureOf(account.host, card.name, response);
}

/** Finds or makes the customers of sales in the receiver's books, before their entries are made. */
export const httpCustomers = defineCustomers({
  id: 'http-customers',
  connection: 'http-target',
  title: {
    en: 'Customers by HTTP',
    fr: 'Clients par HTTP',
    nl: 'Klanten via HTTP',
  },
  description: {
    en: 'Looks the customers of sales up at an address of your own and, if you want, creates them there before anything is booked.',
    fr: 'Recherche les clients des ventes à une adresse à vous et, si vous le voulez, les y crée avant toute comptabilisation.',
    nl: 'Zoekt de klanten van verkopen op bij een adres van u en maakt ze daar, als u wilt, aan voordat er iets wordt geboekt.',
  },
  messages: httpTargetMessages.catalogue,
  find: findCustomers,
  create: createCustomer,
  update: updateCustomer,
});
