import { describe, expect, it } from 'vitest';
import type { EntryRules } from '#nodes/kit/entry-rules.ts';
import { type JournalEntry, journalEntry } from '#schemas/documents/journal-entry.ts';
import type { MapsResult, Tracked } from '../run-maps.ts';
import { type ControlPorts, checkEntries, type TargetWay } from './check-entries.ts';
import type { NumberedEntry } from './check-numbers.ts';
import { controlMessages } from './control-messages.ts';

interface Shape {
  readonly root?: string;
  readonly account?: string;
  readonly auxiliary?: string | null;
  readonly journal?: string;
  readonly piece?: string;
  readonly date?: string;
  readonly label?: string;
  readonly vatCode?: string | null;
}

function entryOf(shape: Shape): JournalEntry {
  const {
    root = 'sale:1',
    account = '411000',
    auxiliary = null,
    journal = 'VTE',
    piece = '1',
    label = 'Vente',
  } = shape;
  const common = { label: '', currencyAmount: null, dueDate: null, rule: 'r', auxiliaryAccount: null };
  const lineage = (amount: string) => [{ part: 'total' as const, id: '1', amount }];
  const vat = shape.vatCode === undefined ? null : { code: shape.vatCode, rate: '21', country: 'BE' };
  const customer = { ...common, account, auxiliaryAccount: auxiliary, role: 'receivable' as const, vat: null };
  return journalEntry({
    id: `${root}:${journal}`,
    journal,
    journalName: '',
    date: shape.date ?? '2026-10-31',
    documentDate: '2026-10-31',
    pieceNumber: piece,
    reference: '',
    label,
    currency: 'EUR',
    source: { system: 'acme', documentKind: 'sale', id: root, number: root.replace('sale:', 'n° '), url: null },
    partyName: null,
    lines: [
      { ...customer, debit: '12.10', credit: '0.00', lineage: lineage('12.10') },
      {
        ...common,
        account: '707000',
        role: 'revenue',
        vat,
        debit: '0.00',
        credit: '12.10',
        lineage: lineage('-12.10'),
      },
    ],
  });
}

function mapsOf(shapes: readonly Shape[]): MapsResult {
  const tracked = shapes.map((shape, index): Tracked => {
    const root = shape.root ?? 'sale:1';
    return { root, envelope: { key: `${root}:${index}`, kind: 'journal-entry', body: entryOf({ ...shape, root }) } };
  });
  return { emitted: new Map([['entries', tracked]]), verdicts: new Map(), counts: new Map() };
}

interface World {
  readonly rules?: EntryRules;
  readonly connection?: string | null;
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  readonly taken?: readonly NumberedEntry[];
  readonly closedUntil?: string;
  readonly isSummed?: boolean;
}

function portsOf({
  rules = {},
  connection = null,
  lists = {},
  taken = [],
  closedUntil,
  isSummed,
}: World): ControlPorts {
  const way: TargetWay = {
    ...{ node: 'books', title: 'WinBooks', rules, target: 't', connection },
    feeders: isSummed ? ['sums'] : ['entries'],
    summed: isSummed ? ['entries'] : [],
  };
  return {
    ways: [way],
    listed: async (_connection, list) => (lists[list] ? new Set(lists[list]) : null),
    numbered: async (_way, numbers) => taken.filter(({ pieceNumber }) => numbers.includes(pieceNumber)),
    closedUntil: closedUntil ?? null,
  };
}

async function check(shapes: readonly Shape[], world: World) {
  const checked = await checkEntries(mapsOf(shapes), portsOf(world));
  return {
    left: (checked.emitted.get('entries') ?? []).map(({ envelope }) => envelope.key),
    held: [...checked.verdicts].map(([root, { outcome, message }]) => ({ root, outcome, ...message })),
  };
}

const code = ({ held }: Awaited<ReturnType<typeof check>>) => held.map((one) => one.code);

describe('an entry is held against what its target demands', () => {
  it('AT-064 an account that is too long is held before posting, and the message names it and the length expected', async () => {
    const { held, left } = await check([{ account: '4110000' }], {
      rules: { account: { minLength: 6, maxLength: 6 } },
    });
    expect(left).toEqual([]);
    expect(held).toEqual([
      expect.objectContaining({
        outcome: 'held',
        code: 'controls.account_length',
        text: 'n° 1: the account “4110000” has 7 characters; “WinBooks” expects 6.',
        field: 'lines/0/account',
      }),
    ]);
    expect(held[0]?.remedy).toContain('length');
  });

  it('AT-064 an account that is too short is held too, never padded on the way', async () => {
    const { held } = await check([{ account: '411' }], { rules: { account: { minLength: 6, maxLength: 8 } } });
    expect(held[0]?.text).toContain('has 3 characters; “WinBooks” expects 6–8');
  });

  it('AT-064 an auxiliary account is measured like an account, and is not looked at where the target has no place for it', async () => {
    const rules = { auxiliaryAccount: { maxLength: 4 } };
    expect(code(await check([{ auxiliary: 'CDUPONT' }], { rules }))).toEqual(['controls.auxiliary_length']);
    expect(
      code(await check([{ auxiliary: 'CDUPONT' }], { rules: { ...rules, ignores: ['auxiliary-account'] } })),
    ).toEqual([]);
  });

  it('an account of another form is held', async () => {
    expect(code(await check([{ account: 'CUSTOM' }], { rules: { account: { pattern: /^\d+$/ } } }))).toEqual([
      'controls.account_form',
    ]);
  });

  it('a label that the target cuts by its own rule passes; one that it would refuse is held', async () => {
    const shapes = [{ label: 'a label of twenty-five c.' }];
    expect(code(await check(shapes, { rules: { label: { maxLength: 10, cuts: true } } }))).toEqual([]);
    expect(code(await check(shapes, { rules: { label: { maxLength: 10 } } }))).toEqual(['controls.label_length']);
  });

  it('an empty reference is held by a target that demands one', async () => {
    expect(code(await check([{}], { rules: { reference: { minLength: 1 } } }))).toEqual(['controls.reference_length']);
  });

  it('a document is held whole when one of its entries is', async () => {
    const shapes = [{ root: 'sale:1' }, { root: 'sale:1', journal: 'BANQUE' }, { root: 'sale:2', piece: '2' }];
    const { left, held } = await check(shapes, { rules: { journal: { maxLength: 3 } } });
    expect(left).toEqual(['sale:2:2']);
    expect(held.map(({ root }) => root)).toEqual(['sale:1']);
  });

  it('an entry that is summed up on its way is only asked for what gets there', async () => {
    const rules = { account: { maxLength: 5 }, pieceNumber: { maxLength: 2 } };
    expect(code(await check([{ piece: '1234' }], { rules, isSummed: true }))).toEqual(['controls.account_length']);
    expect(
      code(await check([{ piece: '1234' }], { rules: { pieceNumber: rules.pieceNumber }, isSummed: true })),
    ).toEqual([]);
  });
});

describe('what a target was read to have', () => {
  const world = { connection: 'c', lists: { accounts: ['411000', '707000'], journals: ['VTE'], 'vat-codes': ['21'] } };

  it('holds an account, a journal and a VAT code that are not among it', async () => {
    expect(code(await check([{ account: '411999' }], world))).toEqual(['controls.account_unknown']);
    expect(code(await check([{ journal: 'XXX' }], world))).toEqual(['controls.journal_unknown']);
    expect(code(await check([{ vatCode: '6' }], world))).toEqual(['controls.vat_code_unknown']);
    expect(code(await check([{ vatCode: '21' }], world))).toEqual([]);
  });

  it('says nothing of a list that was never read, and nothing of VAT codes where the target has no place for them', async () => {
    expect(code(await check([{ account: '411999' }], { ...world, lists: {} }))).toEqual([]);
    expect(code(await check([{ vatCode: '6' }], { ...world, rules: { ignores: ['vat-code'] } }))).toEqual([]);
  });
});

describe('a piece number', () => {
  const other: NumberedEntry = {
    pieceNumber: '1',
    journal: 'VTE',
    day: '2026-01-05',
    root: 'sale:9',
    document: 'n° 9',
  };

  it('AT-143 that another document has in the same journal and fiscal year is held, naming that document', async () => {
    const { held } = await check([{}], { taken: [other] });
    expect(held[0]?.text).toBe('n° 1: the piece number 1 is taken in the journal VTE by n° 9 of 2026-01-05.');
  });

  it('AT-143 may come again in another fiscal year or another journal', async () => {
    expect(code(await check([{}], { taken: [{ ...other, day: '2025-12-31' }] }))).toEqual([]);
    expect(code(await check([{}], { taken: [{ ...other, journal: 'AVO' }] }))).toEqual([]);
    // With a year that ends in March, January and October are in different ones.
    expect(code(await check([{}], { taken: [other], rules: { fiscalYearEnd: '03-31' } }))).toEqual([]);
  });

  it('AT-143 of two documents that come together stays with the first; the second is held', async () => {
    const { held, left } = await check([{ root: 'sale:1' }, { root: 'sale:2' }], {});
    expect(left).toEqual(['sale:1:0']);
    expect(held.map(({ root }) => root)).toEqual(['sale:2']);
  });

  it('AT-143 is shared by a sale and its own payment', async () => {
    const shapes = [{ root: 'sale:1' }, { root: 'sale:1', journal: 'BQ' }, { root: 'sale:1', journal: 'BQ' }];
    expect(code(await check(shapes, {}))).toEqual([]);
  });

  it('is not kept by a document that is held for something else', async () => {
    const shapes = [{ root: 'sale:1', account: '4' }, { root: 'sale:2' }];
    const { held } = await check(shapes, { rules: { account: { minLength: 6 } } });
    expect(held.map(({ root }) => root)).toEqual(['sale:1']);
  });
});

describe('a closed period', () => {
  it('F-17 takes no entry of its last day or before', async () => {
    const { held } = await check([{}], { closedUntil: '2026-10-31' });
    expect(held[0]).toMatchObject({ code: 'controls.period_closed', field: 'date' });
    expect(held[0]?.text).toContain('closed until 2026-10-31');
    expect(code(await check([{}], { closedUntil: '2026-10-30' }))).toEqual([]);
  });
});

it('an entry for what is booked already stops its document where it is not, and nothing is asked of the rest', async () => {
  const maps = mapsOf([{}]);
  const message = controlMessages.build.period_closed({ document: '1', day: '2026-10-31', closedUntil: '2026-10-31' });
  const marked = [...maps.emitted].map(
    ([node, tracked]) =>
      [
        node,
        tracked.map(({ root, envelope }) => ({
          root,
          envelope: { ...envelope, unlessBooked: { outcome: 'failed' as const, message } },
        })),
      ] as const,
  );
  const checked = await checkEntries({ ...maps, emitted: new Map(marked) }, portsOf({}));
  expect([...checked.emitted.values()].flat()).toEqual([]);
  expect([...checked.verdicts.values()]).toEqual([{ outcome: 'failed', message }]);
});

it('a document that failed stays failed', async () => {
  const maps = mapsOf([{ account: '4' }]);
  const message = { code: 'x', params: {}, text: 'x', remedy: null, field: null };
  const failed = { ...maps, verdicts: new Map([['sale:1', { outcome: 'failed' as const, message }]]) };
  const checked = await checkEntries(failed, portsOf({ rules: { account: { minLength: 6 } } }));
  expect(checked.verdicts.get('sale:1')?.outcome).toBe('failed');
});
