import { describe, expect, test } from 'vitest';
import { readVatNumber } from '#nodes/kit/vat-number.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { Message } from '#schemas/messages.ts';
import { buyerIn, line, sale, tax, taxedLine } from '../testing/documents.ts';
import { entryOf, holdOf, mapOne } from '../testing/run-mapping.ts';

const DUTCH = 'NL004495445B01';
const IMPOSSIBLE = 'NL123456789B01';
const untaxed = (vatNumber: string, buyer: Partial<SalesDocument['buyer']> = {}) =>
  sale('200.00', { ...buyerIn('NL', { vatNumber, ...buyer }), lines: [line('a', '200.00')] });
const check = (isValid: boolean) => ({
  number: DUTCH,
  isValid,
  checkedAt: '2026-10-30T09:00:00.000Z',
  consultation: isValid ? 'WAPI7' : null,
  name: null,
});

describe('EF-14 a VAT number', () => {
  test.each([
    ['be 0428.759.497', null, 'BE0428759497', 'BE', true],
    ['0428759497', 'BE', 'BE0428759497', 'BE', true],
    ['GR094259216', null, 'EL094259216', 'GR', true],
    ['XI980780684', null, 'XI980780684', 'XI', true],
    ['FR40303265045', 'BE', 'FR40303265045', 'FR', true],
    [IMPOSSIBLE, null, IMPOSSIBLE, 'NL', false],
  ])(
    'EF-14 typed as "%s" is read, and its check digits are verified',
    (typed, billing, text, country, isWellFormed) => {
      expect(readVatNumber(typed, billing)).toMatchObject({ text, country, isWellFormed, isOfEu: true });
    },
  );

  test('EF-14 that cannot be one holds a sale without VAT, naming it; the user may let it pass', () => {
    expect(holdOf(untaxed(IMPOSSIBLE))).toMatchObject({
      code: 'vat.number_malformed',
      field: 'buyer/vatNumber',
      params: { document: '1043', number: IMPOSSIBLE },
    });
    const warnings: Message[] = [];
    const result = mapOne(untaxed(IMPOSSIBLE), { vat: { wrongNumber: 'warn' } }, warnings);
    expect('emit' in result).toBe(true);
    expect(warnings.map(({ code }) => code)).toEqual(['vat.number_doubtful']);
  });

  test('EF-14 that cannot be one holds nothing where VAT was charged', () => {
    const taxed = sale('121.00', {
      ...buyerIn('NL', { vatNumber: IMPOSSIBLE }),
      lines: [taxedLine('a', '100.00', ['t', '21.00'])],
      taxes: [tax('t', '21', 'NL', '21.00')],
    });
    const warnings: Message[] = [];
    expect('emit' in mapOne(taxed, {}, warnings)).toBe(true);
    expect(warnings.map(({ code }) => code)).toEqual(['vat.number_doubtful']);
  });

  test('EF-14 that VIES has denied holds a sale without VAT', () => {
    expect(holdOf(untaxed(DUTCH, { vatCheck: check(false) }))?.code).toBe('vat.number_invalid');
  });

  test('EF-14 that VIES has confirmed is booked with when it was asked and the proof', () => {
    expect(entryOf(untaxed(DUTCH, { vatCheck: check(true) }))).toMatchObject({
      partyVatNumber: DUTCH,
      partyVatCheck: { checkedAt: '2026-10-30T09:00:00.000Z', consultation: 'WAPI7' },
    });
  });

  test('EF-14 that was corrected after VIES was asked is not judged by the old answer', () => {
    const corrected = untaxed('NL810433941B01', { vatCheck: check(false) });
    expect(readVatNumber('NL810433941B01', null).isWellFormed).toBe(true);
    expect(holdOf(corrected)).toBeUndefined();
  });
});

test('VAT that does not follow from its lines holds the document, when the user wants to see it', () => {
  const swapped = sale('121.00', {
    lines: [taxedLine('a', '100.00', ['t', '21.00'])],
    taxes: [tax('t', '5.5', 'FR', '21.00')],
  });
  expect(holdOf(swapped)).toBeUndefined();
  expect(holdOf(swapped, { vat: { implausible: 'hold' } })?.code).toBe('vat.implausible_held');
});
