import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import { Books, balancesOf } from './books.ts';
import { checkBalance } from './check-entry.ts';
import { mapBatch } from './map-batch.ts';
import {
  chargeOf,
  documentsOf,
  type GivenBack,
  leftOf,
  type Position,
  type ShopState,
  saleOfState,
} from './shop-with-refunds.ts';
import { CENT, toStep, total } from './whole-numbers.ts';

const CONFIG = { chart: 'fr-pcg', rounding: { limit: '0.00' }, controls: { paymentMismatch: 'ignore' } };

const positionArbitrary = fc.record({
  category: fc.constantFrom('goods', 'goods', 'service', 'shipping', 'wrapping'),
  rate: fc.constantFrom('20', '10', '5.5'),
  price: fc.bigInt({ min: 1n, max: 20_000n }),
  quantity: fc.bigInt({ min: 1n, max: 9n }),
});
const positionsArbitrary = fc
  .array(positionArbitrary, { minLength: 1, maxLength: 6 })
  .map((raws) => raws.map((raw, index): Position => ({ ...raw, id: `l${index}` })));

/** What happens to an order: its lines are edited, pieces or an amount are given back, or only its shipping. */
const stepArbitrary = fc.record({
  what: fc.constantFrom('price', 'quantity', 'add', 'pieces', 'amount', 'shipping'),
  pick: fc.nat({ max: 20 }),
  size: fc.bigInt({ min: 1n, max: 99n }),
  added: positionArbitrary,
});
type RawStep = typeof stepArbitrary extends fc.Arbitrary<infer T> ? T : never;

function piecesGone(given: readonly GivenBack[], id: string): bigint {
  return total(given.map((one) => ('pieces' in one ? (one.pieces.get(id) ?? 0n) : 0n)));
}

function stillOwed(state: ShopState): bigint {
  const amounts = total(state.given.map((one) => ('amount' in one ? one.amount : 0n)));
  return chargeOf(leftOf(state)) - amounts;
}

function edited({ positions, given }: ShopState, pick: number, change: (one: Position) => Position): ShopState {
  return { given, positions: positions.map((one, index) => (index === pick % positions.length ? change(one) : one)) };
}

/** Pieces that are still there; never more than what the customer has not got back yet. */
function giveBack(state: ShopState, pick: number, size: bigint, wanted: (one: Position) => boolean): ShopState {
  const open = state.positions.filter((one) => wanted(one) && piecesGone(state.given, one.id) < one.quantity);
  const chosen = open[pick % Math.max(1, open.length)];
  if (!chosen) return state;
  const left = chosen.quantity - piecesGone(state.given, chosen.id);
  const pieces = new Map([[chosen.id, (size % left) + 1n]]);
  const next = { ...state, given: [...state.given, { pieces }] };
  return stillOwed(next) < 0n ? state : next;
}

function stepped(state: ShopState, { what, pick, size, added }: RawStep): ShopState {
  // A shop lets nobody edit the lines of which something was given back.
  const isOpen = state.given.length === 0;
  switch (what) {
    case 'price':
      return isOpen ? edited(state, pick, (one) => ({ ...one, price: size * 37n })) : state;
    case 'quantity':
      return isOpen ? edited(state, pick, (one) => ({ ...one, quantity: (size % 9n) + 1n })) : state;
    case 'add':
      return isOpen
        ? { ...state, positions: [...state.positions, { ...added, id: `l${state.positions.length}` }] }
        : state;
    case 'pieces':
      return giveBack(state, pick, size, () => true);
    case 'shipping':
      return giveBack(state, pick, size, ({ category }) => category === 'shipping');
    case 'amount': {
      const amount = toStep(stillOwed(state) * size, 100n, CENT);
      return amount <= 0n ? state : { ...state, given: [...state.given, { amount }] };
    }
  }
}

const story = fc.record({
  positions: positionsArbitrary,
  steps: fc.array(stepArbitrary, { minLength: 1, maxLength: 8 }),
});
/** Each of some eight steps, every step a run of the flow. */
const STORIES = 100;
const MODES = ['difference', 'reversal'] as const;

function entriesOf(documents: ReturnType<typeof documentsOf>): JournalEntry[] {
  return mapBatch(documents, CONFIG).flatMap((result) => {
    if (!('emit' in result)) throw new Error(JSON.stringify(result));
    return result.emit.map(({ body }) => body as JournalEntry);
  });
}

async function play(mode: (typeof MODES)[number], first: ShopState, steps: readonly RawStep[]) {
  const books = new Books(CONFIG, mode);
  let state = first;
  await books.run(documentsOf(state));
  for (const step of steps) {
    state = stepped(state, step);
    await books.run(documentsOf(state));
  }
  return { books, state };
}

describe.each(MODES)(
  'after any sequence of edits and partial refunds, with corrections by %s',
  { timeout: 120_000 },
  (mode) => {
    test('AT-151 what was booked is, on every account, what the documents make in their last state', async () => {
      let corrections = 0;
      await fc.assert(
        fc.asyncProperty(story, async ({ positions, steps }) => {
          const { books, state } = await play(mode, { positions, given: [] }, steps);
          expect(books.held).toEqual([]);
          for (const entry of books.entries) checkBalance(entry);
          expect(balancesOf(books.entries)).toEqual(balancesOf(entriesOf(documentsOf(state))));
          corrections += books.entries.filter((entry) => entry.correction).length;
        }),
        { numRuns: STORIES, seed: 11 },
      );
      expect(corrections).toBeGreaterThan(STORIES / 2);
    });

    test('AT-151 where lines were named it is the entry of what is left of the sale', async () => {
      const named = story.map((one) => ({ ...one, steps: one.steps.filter(({ what }) => what !== 'amount') }));
      let refunds = 0;
      await fc.assert(
        fc.asyncProperty(named, async ({ positions, steps }) => {
          const { books, state } = await play(mode, { positions, given: [] }, steps);
          const left = leftOf(state);
          const isAll = chargeOf(left) === 0n;
          expect(balancesOf(books.entries)).toEqual(isAll ? {} : balancesOf(entriesOf([left])));
          refunds += state.given.length;
        }),
        { numRuns: STORIES, seed: 12 },
      );
      expect(refunds).toBeGreaterThan(STORIES / 2);
    });

    test('AT-151 once all is given back nothing is left on any account, whatever was named and whatever was not', async () => {
      let mixed = 0;
      await fc.assert(
        fc.asyncProperty(story, async ({ positions, steps }) => {
          const { books, state } = await play(mode, { positions, given: [] }, steps);
          const rest = stillOwed(state);
          const last = rest > 0n ? { ...state, given: [...state.given, { amount: rest }] } : state;
          await books.run(documentsOf(last));
          expect(books.held).toEqual([]);
          expect(balancesOf(books.entries)).toEqual({});
          const [first, ...others] = last.given.map((one) => 'amount' in one);
          mixed += others.some((one) => one !== first) ? 1 : 0;
        }),
        { numRuns: STORIES, seed: 13 },
      );
      expect(mixed).toBeGreaterThan(STORIES / 4);
    });
  },
);

test('a shop of the sequences charges what its lines and VAT make', () => {
  fc.assert(
    fc.property(positionsArbitrary, (positions) => {
      const sale = saleOfState({ positions, given: [] });
      expect(chargeOf(sale)).toBe(chargeOf(leftOf({ positions, given: [] })));
    }),
  );
});
