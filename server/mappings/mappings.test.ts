import { eq } from 'drizzle-orm';
import { v4 as uuidv4 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { CsvPreview, MappingDetail, RuleDraft } from '#schemas/api/mappings.ts';
import { MOST_RULES } from '#schemas/mapping/rule.ts';
import { auditLog, mapping, mappingRevision } from '../db/schema/index.ts';
import { type Person, type Reply, startTestApp, type TestApp } from '../http/testing/test-app.ts';

let app: TestApp;
let call: Person;
let workspaceId: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ call, workspaceId } = await app.person());
});

function rule(table: RuleDraft['table'], match: RuleDraft['match'], set: RuleDraft['set'], note = ''): RuleDraft {
  return { id: uuidv4(), table, match, set, note };
}

const detail = (reply: Reply) => {
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
  return reply.body as MappingDetail;
};
const create = async (name: string, more: object = {}) =>
  detail(await call('POST', '/api/mappings', { name, ...more }));
const read = async (id: string) => detail(await call('GET', `/api/mappings/${id}`));
const save = (id: string, revision: number, rules: readonly RuleDraft[]) =>
  call('PUT', `/api/mappings/${id}`, { revision, rules });
const errorOf = (reply: Reply) => (reply.body as { error: { code: string; params: Record<string, string> } }).error;
const problemsOf = (reply: Reply) =>
  (reply.body as { problems: { code: string; field: string; params: Record<string, string> }[] }).problems;

it('AT-120 a mapping keeps a default and its exceptions, and says which one wins and what it beat', async () => {
  const { id } = await create('Ventes');
  const byDefault = rule('sales', {}, { withVat: '700000' });
  const belgian = rule('sales', { country: 'be' }, { withVat: '700100' });
  const precise = rule('sales', { country: 'BE', tax: '21' }, { withoutVat: '1' });
  const saved = detail(await save(id, 1, [byDefault, belgian, precise]));
  expect(saved).toMatchObject({ revision: 2, rules: 3, counts: { sales: 3 } });
  const asked = { table: 'sales', field: 'withVat', facts: { country: ['BE'], tax: ['21'] } };
  const { body } = await call('POST', `/api/mappings/${id}/try`, asked);
  const { candidates } = body as { candidates: { rule: { id: string }; verdict: string }[] };
  expect(candidates.map((one) => [one.rule.id, one.verdict])).toEqual([
    [precise.id, 'silent'],
    [belgian.id, 'wins'],
    [byDefault.id, 'overruled'],
  ]);
  // Rules that are not saved yet are tried the same way.
  const draft = { ...asked, rules: [byDefault] };
  expect((await call('POST', `/api/mappings/${id}/try`, draft)).body).toMatchObject({
    candidates: [{ verdict: 'wins' }],
  });
  expect(errorOf(await call('POST', `/api/mappings/${id}/try`, { ...asked, field: 'account' })).code).toBe(
    'mappings.no_such_field',
  );
});

it('AT-123 wildcards on either axis are kept as they are written', async () => {
  const { id } = await create('Jokers');
  const rules = [
    rule('taxes', { country: '*', tax: '21' }, { code: 'A' }),
    rule('taxes', { tax: 'TVA*' }, { code: 'B' }),
  ];
  expect(detail(await save(id, 1, rules)).ruleRows.map((one) => one.match)).toEqual([
    { country: '*', tax: '21' },
    { tax: 'TVA*' },
  ]);
});

it('AT-074 a payment name never seen before can be mapped in advance', async () => {
  const { id } = await create('Places de marché');
  const rules = [rule('payments', { method: 'Cdiscount à volonté' }, { journal: 'BQ2', account: '511700' })];
  const saved = detail(await save(id, 1, rules));
  expect(saved.vanished).toEqual([]);
  const facts = { method: ['cdiscount', 'Cdiscount à volonté'] };
  const { body } = await call('POST', `/api/mappings/${id}/try`, { table: 'payments', field: 'account', facts });
  expect(body).toMatchObject({ candidates: [{ value: '511700', verdict: 'wins' }] });
});

it('BH-04 sales accounts are chosen by product category', async () => {
  const { id } = await create('Catégories');
  await save(id, 1, [
    rule('sales', {}, { withVat: '700000' }),
    rule('sales', { category: 'Livres' }, { withVat: '700600' }),
  ]);
  const ask = (category: string) =>
    call('POST', `/api/mappings/${id}/try`, { table: 'sales', field: 'withVat', facts: { category: [category] } });
  expect((await ask('livres')).body).toMatchObject({ candidates: [{ value: '700600' }, { value: '700000' }] });
  expect((await ask('Jouets')).body).toMatchObject({ candidates: [{ value: '700000', verdict: 'wins' }] });
});

it('a save from an older revision changes nothing and says who was faster and when', async () => {
  const { id } = await create('À deux');
  const second = await app.person({ role: 'editor', workspaceId });
  const theirs = [rule('journals', {}, { sales: 'VEN' })];
  detail(await second.call('PUT', `/api/mappings/${id}`, { revision: 1, rules: theirs }));
  const refused = await save(id, 1, [rule('journals', {}, { sales: 'VTE' })]);
  expect(refused.status).toBe(409);
  expect(errorOf(refused)).toMatchObject({ code: 'mappings.saved_meanwhile', params: { who: 'Someone' } });
  expect(errorOf(refused).params['when']).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  expect((await read(id)).ruleRows[0]?.set).toEqual({ sales: 'VEN' });
});

it('of two saves of the same revision at the same moment one wins, and none is half there', async () => {
  const { id } = await create('Course');
  const replies = await Promise.all(
    ['A', 'B', 'C', 'D'].map((sales) =>
      save(id, 1, [rule('journals', {}, { sales }), rule('taxes', {}, { code: sales })]),
    ),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  const { revision, ruleRows } = await read(id);
  expect(revision).toBe(2);
  expect(ruleRows[0]?.set['sales']).toBe(ruleRows[1]?.set['code']);
});

it('everything that is wrong with rules is said at once, by table, row and field', async () => {
  const { id } = await create('Fautes');
  const twice = rule('sales', {}, { withVat: '7000{rat}' });
  const wrong = [
    rule('journals', { tax: '21' }, { account: '7' }),
    rule('sales', { country: 'Belgium' }, { withVat: '7000{rate}' }),
    twice,
    { ...twice, set: {} },
    rule('payments', {}, { create: 'maybe' }, 'x'.repeat(201)),
    rule('taxes', { tax: 'x'.repeat(121) }, {}),
  ];
  const refused = await save(id, 1, wrong);
  expect(refused.status).toBe(422);
  expect(problemsOf(refused).map(({ code, field, params }) => [code, field, params['table'], params['row']])).toEqual([
    ['mappings.wrong_axis', 'rules.0.match.tax', 'journals', '1'],
    ['mappings.wrong_field', 'rules.0.set.account', 'journals', '1'],
    ['mappings.bad_country', 'rules.1.match.country', 'sales', '1'],
    ['mappings.bad_placeholder', 'rules.2.set.withVat', 'sales', '2'],
    ['mappings.row_twice', 'rules.3', 'sales', '3'],
    ['mappings.bad_choice', 'rules.4.set.create', 'payments', '1'],
    ['mappings.too_long', 'rules.4.note', 'payments', '1'],
    ['mappings.too_long', 'rules.5.match.tax', 'taxes', '1'],
  ]);
  expect((await read(id)).revision).toBe(1);
});

it('a full mapping is saved and read whole, and one rule more is refused', async () => {
  const { id } = await create('Plein');
  const many = Array.from({ length: MOST_RULES }, (_, at) =>
    rule('sales', { category: `Rayon ${at}` }, { withVat: '7' }),
  );
  expect(detail(await save(id, 1, many))).toMatchObject({ rules: MOST_RULES, duplicates: [] });
  const refused = await save(id, 2, [...many, rule('sales', {}, {})]);
  expect([refused.status, errorOf(refused).code]).toEqual([422, 'mappings.too_many_rules']);
});

it('rules that hold for exactly the same are shown as such, however they are written', async () => {
  const { id } = await create('Doublons');
  const first = rule('taxes', { tax: '5,5 %', country: 'FR' }, { code: 'A' });
  const same = rule('taxes', { country: 'fr', tax: '5.50' }, { code: 'B' });
  const other = rule('taxes', { tax: '5.5' }, { code: 'C' });
  expect(detail(await save(id, 1, [first, other, same])).duplicates).toEqual([[first.id, same.id]]);
});

it('every revision is kept with who and when, and an old one can be saved again as the next', async () => {
  const { id } = await create('Histoire');
  const one = rule('journals', {}, { sales: 'VEN' });
  await save(id, 1, [one]);
  await save(id, 2, [{ ...one, set: { sales: 'VTE' } }, rule('taxes', {}, { code: 'X' })]);
  // The same rules make no revision.
  expect(detail(await save(id, 3, (await read(id)).ruleRows)).revision).toBe(3);
  const { items } = (await call('GET', `/api/mappings/${id}/revisions`)).body as { items: object[] };
  expect(items).toMatchObject([
    { revision: 3, savedBy: 'Someone', rules: 2, changes: { added: 1, changed: 1, removed: 0 } },
    { revision: 2, counts: { journals: 1 }, changes: { added: 1, changed: 0, removed: 0 } },
    { revision: 1, rules: 0, changes: null },
  ]);
  const page = (await call('GET', `/api/mappings/${id}/revisions?limit=2`)).body as { next: string; items: object[] };
  expect(page.items).toHaveLength(2);
  const rest = (await call('GET', `/api/mappings/${id}/revisions?after=${page.next}`)).body as { items: object[] };
  expect(rest).toMatchObject({ items: [{ revision: 1 }], next: null });
  expect((await call('GET', `/api/mappings/${id}/revisions/2`)).body).toMatchObject({ ruleRows: [one] });
  expect((await call('POST', `/api/mappings/${id}/revisions/2/restore`, { revision: 2 })).status).toBe(409);
  const restored = detail(await call('POST', `/api/mappings/${id}/revisions/2/restore`, { revision: 3 }));
  expect(restored).toMatchObject({ revision: 4, ruleRows: [one] });
  const actions = await app.deps.db
    .select()
    .from(auditLog)
    .where(eq(auditLog.subject, `mapping:${id}`));
  expect(actions.map((row) => row.action)).toEqual(['mapping.created', ...Array(3).fill('mapping.saved')]);
});

it('a copy has rules of its own, a name is given once, and what was put away keeps its name', async () => {
  const { id } = await create('Modèle');
  await save(id, 1, [rule('journals', {}, { sales: 'VEN' })]);
  const copy = await create('Copie', { copyOf: id });
  expect(copy.ruleRows[0]).toMatchObject({ table: 'journals', set: { sales: 'VEN' } });
  expect(copy.ruleRows[0]?.id).not.toBe((await read(id)).ruleRows[0]?.id);
  expect(errorOf(await call('PATCH', `/api/mappings/${copy.id}`, { name: 'Modèle' })).code).toBe('mappings.name_taken');
  expect((await call('PATCH', `/api/mappings/${copy.id}`, { name: 'Copie 2' })).body).toMatchObject({
    name: 'Copie 2',
  });
  expect((await call('POST', `/api/mappings/${copy.id}/archive`)).body).toMatchObject({ name: 'Copie 2' });
  const names = async (query: string) =>
    ((await call('GET', `/api/mappings${query}`)).body as { items: { name: string }[] }).items.map(({ name }) => name);
  expect([await names(''), await names('?state=archived')]).toEqual([['Modèle'], ['Copie 2']]);
  expect(errorOf(await save(copy.id, 1, [])).code).toBe('mappings.archived');
  expect(errorOf(await call('POST', '/api/mappings', { name: 'Copie 2' })).code).toBe('mappings.name_taken');
  expect((await call('POST', `/api/mappings/${copy.id}/unarchive`)).body).toMatchObject({ archivedAt: null });
  const both = await call('POST', '/api/mappings', { name: 'X', copyOf: id, preset: 'y' });
  expect(errorOf(both).code).toBe('mappings.two_origins');
  expect(errorOf(await call('POST', '/api/mappings', { name: 'X', preset: 'y' })).code).toBe('mappings.no_such_preset');
});

it('a viewer reads and tries, and changes nothing', async () => {
  const { id } = await create('Regarder');
  const viewer = await app.person({ role: 'viewer', workspaceId });
  expect((await viewer.call('GET', `/api/mappings/${id}`)).status).toBe(200);
  expect((await viewer.call('PUT', `/api/mappings/${id}`, { revision: 1, rules: [] })).status).toBe(403);
  expect((await viewer.call('POST', '/api/mappings', { name: 'Non' })).status).toBe(403);
  expect((await viewer.call('POST', `/api/mappings/${id}/archive`)).status).toBe(403);
});

it('a table goes out as CSV and comes back as the same rules, in every language', async () => {
  const { id } = await create('Compta "A/B"');
  const rules = [
    rule('taxes', { tax: '21', country: 'BE' }, { account: '0451', code: 'BE21', grid: '54' }, '=1+1'),
    rule('taxes', { tax: 'TVA; réduite', category: '’t Winkeltje' }, { code: '-x' }, 'deux\nlignes “citées” "droites"'),
    rule('taxes', {}, { account: '451000' }, "'t oude"),
    rule('sales', {}, { withVat: '7' }),
  ];
  await save(id, 1, rules);
  for (const language of ['en', 'fr', 'nl']) {
    const reply = await call('GET', `/api/mappings/${id}/tables/taxes/csv?language=${language}`);
    const { text, fileName } = reply.body as { text: string; fileName: string };
    expect(fileName).toMatch(/^Compta _A_B_ - .+\.csv$/);
    // A spreadsheet must not run what a note says.
    expect(text).toContain(";'=1+1");
    const preview = await call('POST', `/api/mappings/${id}/tables/taxes/csv`, { text, mode: 'replace' });
    const ofTaxes = rules.slice(0, 3).map((one) => ({ ...one, note: one.note }));
    expect(preview.body).toEqual({ rules: ofTaxes, added: [], changed: [], removed: [], unchanged: 3, unreadable: [] });
  }
});

it('a CSV file is previewed: what comes, changes and goes, and each line that cannot be read', async () => {
  const { id } = await create('Import');
  const belgian = rule('payments', { method: 'bacs', country: 'BE' }, { journal: 'FIN', account: '550000' }, 'garde');
  const card = rule('payments', { method: 'stripe' }, { journal: 'FIN' });
  await save(id, 1, [belgian, card]);
  const text = [
    'Mode de paiement,country,Compte,Oops',
    'BACS,be,580010,x',
    'paypal,,511800,',
    'cheque,Belgique,531000,',
    'virement,,512{x},',
    '"ouvert,,',
  ].join('\n');
  const ask = async (mode: string) =>
    (await call('POST', `/api/mappings/${id}/tables/payments/csv`, { text, mode })).body as CsvPreview;
  const merged = await ask('merge');
  expect(merged.unreadable.map(({ line, message }) => [line, message.code])).toEqual([
    [1, 'mappings.csv_column'],
    [4, 'mappings.bad_country'],
    [5, 'mappings.bad_placeholder'],
    [6, 'mappings.csv_quote'],
  ]);
  expect(merged.changed).toEqual([
    { rule: belgian.id, fields: [{ field: 'account', before: '550000', after: '580010' }] },
  ]);
  // Columns that the file has not are left as they are.
  expect(merged.rules[0]).toEqual({ ...belgian, set: { journal: 'FIN', account: '580010' } });
  expect(merged.rules[1]).toEqual(card);
  expect(merged.rules[2]).toMatchObject({
    id: merged.added[0],
    match: { method: 'paypal' },
    set: { account: '511800' },
  });
  expect(merged).toMatchObject({ unchanged: 1, removed: [] });
  // Nothing goes because of a line that was not understood.
  expect(await ask('replace')).toMatchObject({ rules: [belgian, card], removed: [], changed: [], unchanged: 2 });
  const clean = { text: 'method;account\npaypal;511800', mode: 'replace' };
  const replaced = (await call('POST', `/api/mappings/${id}/tables/payments/csv`, clean)).body as CsvPreview;
  expect(replaced.removed.map((one) => one.id)).toEqual([belgian.id, card.id]);
  expect(replaced.rules).toHaveLength(1);
  const empty = await call('POST', `/api/mappings/${id}/tables/payments/csv`, { text: 'a;b\n1;2', mode: 'merge' });
  expect([empty.status, errorOf(empty).code]).toEqual([422, 'mappings.csv_empty']);
  expect((await read(id)).revision).toBe(2);
});

it('nothing of a mapping that is refused stays behind', async () => {
  await create('Seul');
  await call('POST', '/api/mappings', { name: 'Seul' });
  const rows = await app.deps.db.select().from(mapping).where(eq(mapping.workspaceId, workspaceId));
  expect(rows).toHaveLength(1);
  const revisions = await app.deps.db
    .select()
    .from(mappingRevision)
    .where(eq(mappingRevision.mappingId, rows[0]?.id ?? ''));
  expect(revisions).toHaveLength(1);
});
