import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { runCli, runTemplate } from './run-cli.ts';

const GOOD = ['prices-incl__be-guest-simple-shipping', 'prices-incl__be-mixed-vat-21-12-6', 'prices-incl__nl-oss'];
const BELGIAN = { chart: 'be-pcmn' };

interface Flow {
  nodes: Record<string, { type: string; config: Record<string, unknown> }>;
  edges: { from: { node: string; port: string }; to: { node: string; port: string } }[];
}

let flow: Flow;
let folder: string;
let shop: FakeShop | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-bad-'));
  const template = await readFile(join(import.meta.dirname, '../../flows/templates/woocommerce-fec.json'), 'utf8');
  flow = (JSON.parse(template) as { flow: Flow }).flow;
});
afterEach(async () => {
  await shop?.close();
  shop = undefined;
});

/** A flow file with one thing wrong in it. */
async function spoiled(name: string, spoil: (flow: Flow) => void): Promise<string> {
  const copy = structuredClone(flow);
  spoil(copy);
  const path = join(folder, `${name}.json`);
  await writeFile(path, JSON.stringify(copy));
  return path;
}

async function shopWith(name: string, spoil: (order: Record<string, unknown>) => void): Promise<FakeShop> {
  const bad = structuredClone(recordedCase(name));
  spoil(bad.order as unknown as Record<string, unknown>);
  shop = await startFakeShop({ shop: shopOf([...GOOD.map(recordedCase), bad]) });
  return shop;
}

describe('a flow file that cannot run is refused with exit code 2 before anything is read', () => {
  const faults: [string, (flow: Flow) => void, RegExp][] = [
    [
      'an unknown node type',
      (it) => Object.assign(it.nodes['entries'] ?? {}, { type: 'no-such' }),
      /“no-such”, which does not exist/,
    ],
    [
      'a wrong setting',
      (it) => Object.assign(it.nodes['entries']?.config ?? {}, { chart: 'uk' }),
      /chart.*fr-pcg, be-pcmn/,
    ],
    [
      'a circle',
      (it) => it.edges.push({ from: { node: 'review', port: 'confirmed' }, to: { node: 'review', port: 'entries' } }),
      /runs in a circle through.*review/,
    ],
    [
      'ports of different kinds',
      (it) => it.edges.push({ from: { node: 'orders', port: 'documents' }, to: { node: 'file', port: 'entries' } }),
      /gives sales-document, but .* takes journal-entry/,
    ],
    ['a loose end', (it) => it.edges.pop(), /goes nowhere|receives nothing/],
  ];
  it.each(faults)('%s', async (name, spoil, said) => {
    const result = await runCli(['run', await spoiled(name.replaceAll(' ', '-'), spoil)]);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toMatch(said);
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });

  it('a file that is no JSON, a file that is not there, a period that is none, a slot without connection', async () => {
    await writeFile(join(folder, 'torn.json'), '{"nodes": ');
    const results = await Promise.all([
      runCli(['run', join(folder, 'torn.json')]),
      runCli(['run', join(folder, 'absent.json')]),
      runCli(['run', 'woocommerce-fec', '--period', '2026-10-31..2026-10-01']),
      runCli(['run', 'woocommerce-fec']),
    ]);
    expect(results.map((result) => result.exitCode)).toEqual([2, 2, 2, 2]);
    expect(results.map((result) => result.stderr.split(/[:.“]/)[0])).toHaveLength(4);
    expect(results[0]?.stderr).toContain('not valid JSON');
    expect(results[1]?.stderr).toContain('ENOENT');
    expect(results[2]?.stderr).toContain('is not a period');
    expect(results[3]?.stderr).toContain('nothing for “shop”');
  });
});

describe('a document that cannot be booked stops no other', () => {
  it('holds a VAT rate that no rule covers, naming country and rate', async () => {
    const bad = await shopWith('prices-incl__stripe-with-fee-meta', (order) => {
      const [tax] = order['tax_lines'] as { rate_percent: number }[];
      if (tax) tax.rate_percent = 19;
    });
    const output = await runTemplate({ shop: bad, settings: BELGIAN });
    expect(output.exitCode).toBe(1);
    expect(output.run.counts).toMatchObject({ total: 4, posted: 3, held: 1 });
    const held = output.documents.find((one) => one.outcome === 'held');
    expect(held).toMatchObject({ id: '63', cause: 'vat.unmapped_rate' });
    expect(held?.reason).toMatch(/19.*BE|BE.*19/);
    expect(output.entries.some((entry) => entry.source.id === '63')).toBe(false);
  });

  it.each([
    [
      'an amount that is no number',
      (order: Record<string, unknown>) => Object.assign(order, { total: 'abc' }),
      'total',
    ],
    ['no currency', (order: Record<string, unknown>) => Object.assign(order, { currency: null }), 'currency'],
    [
      'a line with a decimal comma',
      (order: Record<string, unknown>) => Object.assign((order['line_items'] as object[])[0] ?? {}, { total: '12,50' }),
      'line_items',
    ],
  ])('fails a malformed order: %s', async (_, spoil, field) => {
    const bad = await shopWith('prices-incl__stripe-with-fee-meta', spoil);
    const output = await runTemplate({ shop: bad, settings: BELGIAN });
    expect(output.exitCode).toBe(1);
    expect(output.run.counts).toMatchObject({ total: 4, posted: 3, failed: 1 });
    const failed = output.documents.find((one) => one.outcome === 'failed');
    expect(failed?.label).toContain('63');
    expect(failed?.reason).toContain(field);
  });
});

it('holds an order whose lines do not explain its total, and plugs nothing', async () => {
  const bad = await shopWith('prices-incl__stripe-with-fee-meta', (order) => delete order['line_items']);
  const output = await runTemplate({ shop: bad, settings: BELGIAN });
  expect(output.run.counts).toMatchObject({ total: 4, posted: 3, held: 1 });
  const held = output.documents.find((one) => one.outcome === 'held');
  expect(held).toMatchObject({ cause: 'entry.difference_too_big' });
  expect(held?.reason).toContain('41.24');
});

describe('a shop that cannot be read', () => {
  it('fails the run with exit code 3 on wrong credentials, and shows none of them', async () => {
    shop = await startFakeShop({ shop: shopOf(GOOD.map(recordedCase)) });
    const secrets = { consumerKey: 'ck_wrong_canary', consumerSecret: 'cs_wrong_canary' };
    const output = await runTemplate({ shop: { fields: shop.fields, secrets } });
    expect(output.exitCode).toBe(3);
    expect(output.run).toMatchObject({ status: 'failed', problem: { code: 'woocommerce.refused' } });
    expect(output.stderr).toContain('read permission');
    expect(JSON.stringify(output)).not.toContain('canary');
  });

  it('keeps what was read when it goes down in mid-run', async () => {
    shop = await startFakeShop({ shop: shopOf(GOOD.map(recordedCase)) });
    shop.misbehave({ kind: 'close' }, { after: 1, times: 1000 });
    const output = await runTemplate({ shop, settings: { perPage: 1 } });
    expect(output.exitCode).toBe(3);
    expect(output.run.status).toBe('failed');
    expect(output.documents).toHaveLength(1);
    expect(output.documents[0]).toMatchObject({ outcome: 'pending', reason: output.run.problem?.text });
    expect(output.run.counts).toMatchObject({ total: 1, pending: 1 });
    expect(output.files).toEqual({});
  });

  it('is not called at all when its address is private and that was not allowed', async () => {
    shop = await startFakeShop({ shop: shopOf(GOOD.map(recordedCase)) });
    const output = await runTemplate({ shop, environment: { PASSERELLE_ALLOW_PRIVATE_NETWORK: 'false' } });
    expect(output.exitCode).toBe(3);
    expect(output.stderr).toContain('PASSERELLE_ALLOW_PRIVATE_NETWORK');
    expect(shop.calls()).toBe(0);
  });
});
