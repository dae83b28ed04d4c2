import { afterAll, beforeAll, expect, it } from 'vitest';
import { ENTRY_COLUMN_TITLES, ENTRY_COLUMNS } from '#schemas/api/entry-columns.ts';
import type { EntrySums, ReviewEntry, ReviewSummary } from '#schemas/api/runs.ts';
import { journalEntry, parseJournalEntry, UnbalancedEntryError } from '#schemas/documents/journal-entry.ts';
import { seedRun } from '../http/testing/seed-run.ts';
import { type Person, startTestApp, type TestApp } from '../http/testing/test-app.ts';
import { richEntry, seedEntries } from './testing/seed-entries.ts';

const RICH = 24;
/** What the seeded run holds beside them: two entries of 102.10 and 101.10 in the journal VT. */
const PLAIN = 2;

let app: TestApp;
let call: Person;
let at: string;
beforeAll(async () => {
  app = await startTestApp();
  const person = await app.person();
  call = person.call;
  const { runId } = await seedRun(app.deps.db, person.workspaceId, PLAIN);
  await seedEntries(app.deps.db, runId, RICH);
  at = `/api/runs/${runId}`;
});
afterAll(() => app.close());

async function get<T>(path: string): Promise<T> {
  const reply = await call('GET', `${at}${path}`);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body as T;
}
const query = (filter: Readonly<Record<string, string>>) => new URLSearchParams(filter).toString();

/** Numbers of the rich entries that a filter leaves. */
async function found(filter: Readonly<Record<string, string>>): Promise<number[]> {
  const { items } = await get<{ items: ReviewEntry[] }>(`/entries?limit=500&${query(filter)}`);
  const numbers = items.map(({ entry }) => Number(entry.pieceNumber.replace(/^2026-/, '')));
  return numbers.filter((number) => !Number.isNaN(number)).sort((a, b) => a - b);
}
const all = Array.from({ length: RICH }, (_, index) => index + 1);

it.each<[string, Record<string, string>, (number: number) => boolean]>([
  ['journal', { journal: 'vex' }, (number) => number % 3 === 0],
  ['name of the journal', { journal: 'vtes' }, () => false],
  ['day as written', { date: '08/10/2026' }, (number) => number === 7],
  ['month', { date: '2026-10' }, () => true],
  ['document date', { documentDate: '1.10' }, () => true],
  ['piece', { piece: '26-12' }, (number) => number === 12],
  ['invoice', { invoice: 'f-2' }, (number) => String(number).startsWith('2')],
  ['order', { document: 'n17' }, (number) => number === 17],
  ['reference', { reference: 'ref9' }, (number) => number === 9],
  ['account by its beginning', { account: '7008' }, () => true],
  ['account not by its end', { account: '0800' }, () => false],
  ['customer account', { auxiliary: 'c15' }, (number) => number === 15],
  ['name without its accent', { party: 'helene' }, (number) => number % 6 === 0],
  ['name with a stroke that is a letter', { party: 'zak' }, (number) => number % 6 === 4],
  ['label of entry or line', { label: 'ETE 13' }, (number) => number === 13],
  ['VAT code', { vatCode: 'v21' }, () => true],
  ['VAT rate', { vatRate: '21 %' }, () => true],
  ['another VAT rate', { vatRate: '2' }, () => false],
  ['box', { grids: '54' }, () => true],
  ['exact amount with a comma', { credit: '100,07' }, (number) => number === 7],
  ['amounts above', { credit: '>100,20' }, (number) => number > 20],
  ['no amount', { debit: 'abc' }, () => false],
  ['an empty side is no zero', { debit: '<1' }, () => false],
  ['currency amount', { currencyAmount: 'usd' }, (number) => number % 4 === 0],
  ['rate', { exchangeRate: '0,5' }, (number) => number % 4 === 0],
  ['due date', { dueDate: '13/11/2026' }, (number) => number === 12],
  ['section', { analytics: 'till' }, (number) => number % 2 === 1],
  ['matching code', { matchingCode: 'web-21' }, (number) => number === 21],
  ['two columns of one line', { account: '7000', grids: '54' }, () => false],
  ['two columns of different kinds', { journal: 'VEX', analytics: 'web' }, (number) => number % 6 === 0],
])('AT-174 a column finds its own: %s', async (_name, filter, isFound) => {
  expect(await found(filter)).toEqual(all.filter(isFound));
});

it.each<[string, (number: number) => boolean]>([
  ['dupré', (number) => number % 6 === 0],
  ['HELENE DUPRE', (number) => number % 6 === 0],
  ['100,07', (number) => number === 7],
  ['web-21', (number) => number === 21],
  ['451000', () => true],
  ['50%', () => false],
  ['_', () => false],
])(
  'AT-174 the general search looks in names, labels, accounts and amounts, and takes marks literally: %s',
  async (search, isFound) => {
    expect(await found({ search })).toEqual(all.filter(isFound));
  },
);

it('AT-172 sums are those of the whole list or of what a filter leaves, and follow the ticks', async () => {
  const sums = (filter = {}) => get<EntrySums>(`/entries/sums?${query(filter)}`);
  const whole = await sums();
  expect(whole).toMatchObject({
    entries: RICH + PLAIN,
    lines: 4 * RICH + 2 * PLAIN,
    currency: 'EUR',
    hasForeign: true,
  });
  expect(whole.ticked).toEqual({
    entries: whole.entries,
    lines: whole.lines,
    debit: whole.debit,
    credit: whole.credit,
  });
  expect(whole.debit).toBe(whole.credit);
  const review = await get<ReviewSummary>('/review');
  expect([review.tickedDebit, review.tickedLines]).toEqual([whole.debit, whole.lines]);

  const chosen = { journal: 'VEX' };
  const part = await sums(chosen);
  expect(part.entries).toBe(RICH / 3);
  const unticked = await call('PUT', `${at}/review/ticks`, { entries: { filter: chosen }, ticked: false });
  expect(unticked.body).toMatchObject({ ticked: whole.entries - part.entries, tickedLines: whole.lines - part.lines });
  expect((await sums(chosen)).ticked).toEqual({ entries: 0, lines: 0, debit: '0.00', credit: '0.00' });
  const { tickedDebit } = await get<ReviewSummary>('/review');
  expect((await sums()).ticked.debit).toBe(tickedDebit);
  await call('PUT', `${at}/review/ticks`, { entries: { filter: chosen }, ticked: true });
  expect((await sums()).ticked).toEqual(whole.ticked);
});

it('AT-175 the footer counts entries and lines to create and documents left, also after unticking', async () => {
  const before = await get<ReviewSummary>('/review');
  // One sale of the seeded run is held.
  expect(before).toMatchObject({ ticked: RICH + PLAIN, documents: RICH + PLAIN, documentsLeft: 1 });
  const filter = { piece: '2026-1' };
  const { body } = await call('PUT', `${at}/review/ticks`, { entries: { filter }, ticked: false });
  const gone = (await found(filter)).length;
  expect(gone).toBe(11);
  expect(body).toMatchObject({
    ticked: RICH + PLAIN - gone,
    tickedLines: before.tickedLines - 4 * gone,
    documents: RICH + PLAIN - gone,
    documentsLeft: 1 + gone,
  });
  const { body: back } = await call('PUT', `${at}/review/ticks`, { entries: 'all', ticked: true });
  expect(back).toEqual(before);
});

it('AT-171 an entry that does not balance cannot be made or read, so no list can show or tick one', async () => {
  const entry = richEntry(3);
  const [first, ...others] = entry.lines;
  if (!first) throw new Error('an entry without lines');
  const odd = { ...entry, lines: [{ ...first, debit: '0.01' }, ...others] };
  expect(() => journalEntry(odd)).toThrow(UnbalancedEntryError);
  expect(() => parseJournalEntry(JSON.parse(JSON.stringify(odd)))).toThrow(UnbalancedEntryError);
  const { items } = await get<{ items: ReviewEntry[] }>('/entries?limit=500');
  for (const { entry: shown } of items) expect(() => journalEntry(shown)).not.toThrow();
});

it('AT-170 every column goes into the file, in the chosen order and language', async () => {
  const csv = async (more: Record<string, string>) => {
    const reply = await app.request(`${at}/entries.csv?${query(more)}`, { headers: { cookie } });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const text = Buffer.from(await reply.arrayBuffer()).toString('utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    return text.slice(1).split('\r\n');
  };
  const { cookie, ...other } = await app.person();
  expect((await other.call('GET', `${at}/entries.csv`)).status).toBe(404);

  const { runId } = await seedRun(app.deps.db, other.workspaceId, 1);
  await seedEntries(app.deps.db, runId, 5);
  const mine = `/api/runs/${runId}`;
  at = mine;
  const titles = (language: 'en' | 'fr' | 'nl') => ENTRY_COLUMNS.map((column) => ENTRY_COLUMN_TITLES[column][language]);
  const english = await csv({ language: 'en', ticks: 'true', piece: '2026-4' });
  expect(english[0]).toBe(`To create,${titles('en').join(',')}`);
  expect(english[1]).toBe(
    'yes,VTE,05/10/2026,01/10/2026,2026-4,F-4,N4,REF4,400000,C4,Łukasz Żak,Łukasz Żak 4,,,,127.10,,,USD,0.5,254.20,05/11/2026,,WEB-4',
  );
  expect(english).toHaveLength(1 + 4 + 1);
  const french = await csv({
    language: 'fr',
    columns: 'debit,credit,vatRate,analytics,party,account',
    piece: '2026-5',
  });
  expect(french).toEqual([
    'Débit;Crédit;Taux TVA;Sections analytiques;Nom;Compte',
    '127,11;;;;"Émile ""le Grand""; SA";400000',
    ';100,05;21;SHOP: TILL 100,05;"Émile ""le Grand""; SA";700000',
    ';5,00;21;;"Émile ""le Grand""; SA";700800',
    ';22,06;21;;"Émile ""le Grand""; SA";451000',
    '',
  ]);
  // A customer's name that a spreadsheet would run.
  const dutch = await csv({ language: 'nl', columns: 'party', piece: '2026-3' });
  expect(dutch[1]).toBe(`"'=SUM(1;2) & fils"`);
});
