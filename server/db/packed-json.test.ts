import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packJson, unpackJson, unpackText } from './packed-json.ts';

test('whatever JSON is packed comes out again', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      expect(unpackText(packJson(value))).toBe(JSON.stringify(value));
    }),
    { numRuns: 500 },
  );
});

test('so does a large one', () => {
  const large = { lines: Array.from({ length: 20_000 }, (_, index) => ({ id: index, text: `é${index * 7919}` })) };
  expect(unpackJson(packJson(large))).toEqual(large);
});

test('plain JSON text, as older rows hold it, is read as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(unpackText(Buffer.from(text))).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test('an order takes a quarter of its room', () => {
  const line = { description: 'Chocolats assortis', netAmount: '12.00', taxes: [{ id: 'be21', amount: '2.52' }] };
  const order = { number: '1043', lines: Array.from({ length: 10 }, (_, id) => ({ id, ...line })) };
  expect(packJson(order).length * 4).toBeLessThan(JSON.stringify(order).length);
});
