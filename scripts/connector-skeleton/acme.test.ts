import { expect, test } from 'vitest';
import { salesDocumentSchema } from '#schemas/documents/sales-document.ts';
import { orderItem } from './map-order.ts';

const connection = { id: 'c', type: 'acme', fields: { url: 'https://shop.example' }, secrets: {} };
const run = { runId: 'r', flowName: 'f', zone: 'Europe/Paris', period: null, dryRun: false };
const order = {
  ...{ id: '7', number: 'A-7', paid_at: '2026-10-31T23:30:00Z', currency: 'EUR', customer: 'Marie Dupont' },
  ...{ net: '10.00', vat: '2.00', vat_rate: '20', country: 'FR' },
};

test('an order becomes a sale with the shop’s own amounts', () => {
  const { key, body } = orderItem(order, connection, run);
  expect(key).toBe('acme:shop.example:sale:7');
  expect(salesDocumentSchema.parse(body)).toMatchObject({ number: 'A-7', total: '12.00', taxes: [{ amount: '2.00' }] });
});

test('an order just after midnight in the flow’s zone is outside the month before', () => {
  const october = { ...run, period: { from: '2026-10-01', to: '2026-10-31' } };
  expect(orderItem(order, connection, october).skip?.code).toBe('acme.outside_period');
});

test('a malformed order fails by itself, and says which field', () => {
  const { body, problem } = orderItem({ ...order, net: 10 }, connection, run);
  expect(body).toBeNull();
  expect(problem?.text).toContain('net');
});
