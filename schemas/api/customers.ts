import { z } from 'zod';
import { messageSchema } from '../messages.ts';
import { endpoint } from './endpoint.ts';
import { runSummarySchema } from './runs.ts';
import { okSchema, pageOf, pageQuery } from './shared.ts';

export const CUSTOMER_STATES = ['linked', 'asked', 'approved', 'refused', 'creating', 'failed'] as const;
export const customerStateSchema = z.enum(CUSTOMER_STATES);
export type CustomerState = z.infer<typeof customerStateSchema>;

/** A customer of a source, and what it is in the books of a connection. */
export const customerSchema = z.object({
  connection: z.object({ id: z.uuid(), name: z.string() }),
  /** Ours, stable: system, shop and the shop's number, or a guest's e-mail address. */
  key: z.string(),
  state: customerStateSchema,
  name: z.string(),
  vatNumber: z.string().nullable(),
  email: z.string().nullable(),
  /** The books' own key of it. */
  reference: z.string().nullable(),
  ledgerAccount: z.string().nullable(),
  auxiliaryAccount: z.string().nullable(),
  /** Why the books refused it. */
  problem: messageSchema.nullable(),
  /** Documents that wait for it. */
  waiting: z.int(),
  updatedAt: z.iso.datetime(),
});
export type Customer = z.infer<typeof customerSchema>;

const whichSchema = z.object({ connection: z.uuid(), key: z.string().min(1).max(500) });
export type CustomerKey = z.infer<typeof whichSchema>;
const filters = {
  state: customerStateSchema.optional(),
  connection: z.uuid().optional(),
  search: z.string().max(100).optional(),
};

export const customerEndpoints = {
  listCustomers: endpoint({
    method: 'get',
    path: '/customers',
    summary: 'Customers of the sources as the books know them; the latest change first',
    role: 'viewer',
    query: pageQuery.extend(filters),
    response: pageOf(customerSchema).extend({ counts: z.record(customerStateSchema, z.int()) }),
  }),
  decideCustomers: endpoint({
    method: 'post',
    path: '/customers/decide',
    summary: 'Say whether customers may be created in the books; the documents of those that may are tried again',
    role: 'editor',
    body: z.object({ which: z.array(whichSchema).min(1).max(500), decision: z.enum(['approve', 'refuse']) }),
    response: z.object({ decided: z.int(), runs: z.array(runSummarySchema) }),
  }),
  linkCustomer: endpoint({
    method: 'post',
    path: '/customers/link',
    summary: 'Say by its reference which customer of the books it is; its documents are tried again',
    role: 'editor',
    body: whichSchema.extend({
      reference: z.string().trim().min(1).max(200),
      ledgerAccount: z.string().trim().max(40).nullable(),
      auxiliaryAccount: z.string().trim().max(40).nullable(),
    }),
    response: z.object({ runs: z.array(runSummarySchema) }),
  }),
  forgetCustomer: endpoint({
    method: 'post',
    path: '/customers/forget',
    summary: 'Forget what a customer is in the books: the next document asks them again',
    role: 'editor',
    body: whichSchema,
    response: okSchema,
  }),
};
