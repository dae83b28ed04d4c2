import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findRing, type Link } from './find-ring.ts';

const after = (flow: string, other: string): Link => ({ flow, after: other });

test('a flow after itself is a ring', () => {
  expect(findRing([], after('a', 'a'))).toEqual(['a', 'a']);
});

test('a ring of several is named in the order in which its flows would start', () => {
  expect(findRing([after('b', 'a'), after('c', 'b')], after('a', 'c'))).toEqual(['c', 'a', 'b', 'c']);
});

test('two flows after the same one, and one flow after two, are no ring', () => {
  expect(findRing([after('b', 'a'), after('c', 'a')], after('d', 'b'))).toBeNull();
  expect(findRing([after('b', 'a'), after('c', 'a'), after('d', 'b')], after('d', 'c'))).toBeNull();
});

/** Without a ring the flows can be put in an order in which each comes before what starts after it. */
function hasOrder(links: readonly Link[], flows: readonly string[]): boolean {
  const open = new Set(flows);
  for (;;) {
    const free = [...open].filter((flow) => !links.some((link) => link.flow === flow && open.has(link.after)));
    if (free.length === 0) return open.size === 0;
    for (const flow of free) open.delete(flow);
  }
}

test('links taken in one by one, unless they make a ring, never make one; what is refused would', () => {
  const flows = ['a', 'b', 'c', 'd', 'e'];
  const link = fc.record({ flow: fc.constantFrom(...flows), after: fc.constantFrom(...flows) });
  fc.assert(
    fc.property(fc.array(link, { maxLength: 20 }), (wanted) => {
      const taken: Link[] = [];
      for (const one of wanted) {
        const isRing = findRing(taken, one) !== null;
        expect(hasOrder([...taken, one], flows)).toBe(!isRing);
        if (!isRing) taken.push(one);
      }
    }),
  );
});
