import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAgo, formatDay, formatDuration, formatMoney, formatPeriod, formatShortDay } from './format.ts';

describe('amounts for people', () => {
  test('are grouped and signed as each language writes them', () => {
    expect(formatMoney('-1234567.5', 'en')).toBe('-1,234,567.50');
    expect(formatMoney('-1234567.50', 'nl')).toBe('-1.234.567,50');
    expect(formatMoney('1234567.50', 'fr')).toBe('1\u202f234\u202f567,50');
    expect(formatMoney('0.005', 'fr')).toBe('0,005');
  });
  test('what is no amount is shown as it came', () => expect(formatMoney('1e3', 'en')).toBe('1e3'));
  test('no digit is ever lost, whatever the size', () => {
    const amount = fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: 0, max: 99 }))
      .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`);
    fc.assert(
      fc.property(amount, (text) => {
        expect(formatMoney(text, 'en').replaceAll(',', '')).toBe(text);
        expect(formatMoney(text, 'nl').replaceAll('.', '').replace(',', '.')).toBe(text);
      }),
    );
  });
});

describe('days and times', () => {
  test('a calendar day is the same day everywhere', () => expect(formatDay('2026-10-31', 'en')).toBe('31 Oct 2026'));
  test('and so it is in figures', () => {
    expect(formatShortDay('2026-01-02', 'fr')).toBe('02/01/2026');
    expect(formatShortDay('2026-01-02', 'nl')).toBe('02/01/2026');
    expect(formatShortDay('unknown', 'en')).toBe('unknown');
  });
  test('a period names once what its ends share', () =>
    expect(formatPeriod({ from: '2026-10-01', to: '2026-10-31' }, 'en')).toMatch(/^1\s?–\s?31 Oct 2026$/));
  test('durations stay short', () => {
    expect([formatDuration(850, 'en'), formatDuration(12_400, 'en'), formatDuration(185_000, 'fr')]).toEqual([
      '850 ms',
      '12 s',
      '3 min 5 s',
    ]);
  });
  test('recent instants are told relative to now', () => {
    const now = Date.parse('2026-11-21T12:00:00Z');
    expect(formatAgo('2026-11-21T09:30:00Z', 'en', now)).toBe('2 hours ago');
    expect(formatAgo('2026-11-20T12:00:00Z', 'nl', now)).toBe('gisteren');
  });
});
