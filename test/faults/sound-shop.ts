import { sale, tax, taxedLine } from '#nodes/journal-entry/testing/documents.ts';
import { defineConnector } from '#nodes/kit/connector.ts';
import { defineSource, type SourceItem } from '#nodes/kit/node-type.ts';

const PAGE = 500;
const everywhere = (text: string) => ({ en: text, fr: text, nl: text });

function order(index: number): SourceItem {
  const number = String(100_000 + index);
  const lines = [taxedLine('1', '20.00', ['fr20', '4.00'])];
  const body = sale('24.00', { id: number, number, lines, taxes: [tax('fr20', '20', 'FR', '4.00')] });
  return { key: `sound:${number}`, kind: 'sales-document', label: `order ${number}`, body };
}

/** A shop in this process whose orders give nobody trouble: all that happens to them comes from elsewhere. */
const sales = defineSource({
  ...{ id: 'sound-sales', version: 1, icon: 'shopping-cart', messages: {} },
  texts: { title: everywhere('Sales'), description: everywhere('Sales'), fields: { en: {}, fr: {}, nl: {} } },
  inputs: [],
  outputs: [{ id: 'sales', kind: 'sales-document' }],
  config: {
    type: 'object',
    additionalProperties: false,
    required: ['orders'],
    properties: { orders: { type: 'integer', minimum: 1 } },
  } as const,
  read: async ({ config }, cursor) => {
    const from = typeof cursor === 'number' ? cursor : 0;
    const count = Math.min(PAGE, config.orders - from);
    const items = Array.from({ length: count }, (_, index) => order(from + index));
    return { items, next: from + count < config.orders ? from + count : null };
  },
});

export const soundShop = defineConnector({ id: 'sound', nodeTypes: [sales], connectionTypes: [] });
