import type { SourceContext } from '#nodes/kit/context.ts';
import { defineSource, type Json, type SourceItem, type SourcePage } from '#nodes/kit/node-type.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import { dayIn, type Period } from '#schemas/period.ts';
import { messages } from './messages.ts';
import { readCall, verifyCall } from './read-call.ts';
import { texts } from './texts.ts';

const configSchema = {
  type: 'object',
  additionalProperties: false,
  properties: { dateAxis: { type: 'string', enum: ['created', 'paid', 'completed'], default: 'created' } },
  required: ['dateAxis'],
} as const;
type InboxConfig = { readonly dateAxis: 'created' | 'paid' | 'completed' };

const PAGE = 100;

function isConcerned(item: SourceItem, axis: InboxConfig['dateAxis'], period: Period | null, zone: string): boolean {
  const body = item.body as SalesDocument | null;
  if (period === null || body === null) return true;
  const day = dayIn(zone, body[`${axis}At`] ?? body.createdAt);
  return period.from <= day && day <= period.to;
}

/** What was received and has a day in the period; a document without the chosen date goes by the day it was made. */
async function readReceived(context: SourceContext<InboxConfig>, cursor: Json): Promise<SourcePage> {
  const page = (await context.received?.page(cursor, PAGE)) ?? { items: [], next: null };
  const { period, zone } = context.run;
  return {
    items: page.items.filter((item) => isConcerned(item, context.config.dateAxis, period, zone)),
    next: page.next,
  };
}

export const inbox = defineSource({
  id: 'inbox',
  version: 1,
  icon: 'inbox',
  texts,
  inputs: [],
  outputs: [{ id: 'documents', kind: 'sales-document' }],
  config: configSchema,
  messages: messages.catalogue,
  read: readReceived,
  fetch: async (context, keys) => (await context.received?.byKeys(keys)) ?? [],
  webhooks: { verify: verifyCall, read: readCall },
});
