import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchArbitrary } from './arbitrary-documents.ts';
import { checkCase, newTally } from './check-case.ts';
import { mapBatch } from './map-batch.ts';
import { proveDocuments } from './prove.ts';
import { proveMissing } from './prove-missing.ts';

/** What every run of the tests proves; `npm run test:million` proves the whole. */
const DOCUMENTS = 20_000;
const SLOW = { timeout: 180_000 };

test(
  'AT-077 F-01 of generated documents every entry balances and is what an oracle of whole numbers says, to the cent; the rest is held for a true reason',
  SLOW,
  () => {
    const tally = proveDocuments(DOCUMENTS, 2_026_1121, () => undefined);
    expect(tally.emitted + tally.held + tally.skipped).toBeGreaterThanOrEqual(DOCUMENTS);
    // A generator that makes only what is held, or never what is held, would prove nothing.
    expect(tally.emitted).toBeGreaterThan(DOCUMENTS / 2);
    const reasons = ['entry.difference_too_big', 'entry.vat_reckoned_differs', 'entry.payment_differs'];
    for (const reason of reasons) expect(tally.reasons.get(reason)).toBeGreaterThan(DOCUMENTS / 200);
  },
);

test(
  'F-01 with one tax rule missing exactly the documents that bear the tax are held, all others are booked as before',
  SLOW,
  () => {
    const { documents, affected } = proveMissing('rule', 100, 7);
    expect(affected).toBeGreaterThan(100);
    expect(documents - affected).toBeGreaterThan(1_000);
  },
);

test(
  'F-01 with an account that is none exactly the documents with an amount for it are held, nothing goes elsewhere',
  SLOW,
  () => {
    const { affected } = proveMissing('account', 100, 8);
    expect(affected).toBeGreaterThan(100);
  },
);

test('the oracle refuses an entry of which a cent was moved', () => {
  const [batch] = fc.sample(batchArbitrary(25), { numRuns: 1, seed: 3 });
  if (!batch) throw new Error('no batch');
  const documents = batch.cases.flatMap((one) => one.documents);
  const results = mapBatch(documents, batch.config);
  let refused = 0;
  let at = 0;
  for (const one of batch.cases) {
    const spoiled = structuredClone(results.slice(at, at + one.documents.length));
    at += one.documents.length;
    const [first] = spoiled;
    if (!first || !('emit' in first)) continue;
    const body = first.emit[0]?.body as unknown as { lines: { debit: string; credit: string }[] } | undefined;
    for (const line of body?.lines.slice(0, 2) ?? []) {
      const side = line.debit === '0.00' ? 'credit' : 'debit';
      line[side] = line[side].replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
    }
    expect(() => checkCase(one, batch.config, spoiled, newTally())).toThrow();
    refused += 1;
  }
  expect(refused).toBeGreaterThan(5);
});
