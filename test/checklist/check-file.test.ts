import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NodeType } from '#nodes/kit/node-type.ts';
import { type FakeShop, startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import { HEADLESS_WORKSPACE } from '#server/cli/headless-flow.ts';
import { file } from '#server/db/schema/index.ts';
import { checkFile } from '#server/files/check-file.ts';
import { EngineHarness } from '../engine/harness.ts';
import { recordedCases } from '../template/recorded-shop.ts';

const SCOPE = { workspaceId: HEADLESS_WORKSPACE };
let engine: EngineHarness;
let shop: FakeShop;
let fileId: string;
let entries: number;
beforeAll(async () => {
  engine = await EngineHarness.create();
  shop = await startFakeShop({
    shop: shopOf((await recordedCases()).slice(0, 12).map(({ name }) => recordedCase(name))),
  });
  const runId = await engine.start(await engine.publish(shop, { perPage: 5, fileName: 'checked' }));
  await engine.drain(runId);
  const [written] = await engine.database.db.select().from(file).where(eq(file.runId, runId));
  if (!written) throw new Error('no file');
  fileId = written.id;
  entries = written.entryCount;
});
afterAll(async () => {
  await shop.close();
  await engine.database.drop();
});

test('F-12 a file that a run wrote is read back and says what its entries say', async () => {
  const { db } = engine.database;
  expect(entries).toBeGreaterThan(5);
  expect(await checkFile(db, engine.services.registry, SCOPE, fileId)).toEqual({
    isReadable: true,
    entries,
    problems: [],
  });
});

test('F-12 one with a digit changed on its way is found out, with the account', async () => {
  const { registry } = engine.services;
  const spoil = (type: NodeType): NodeType => {
    if (type.kind !== 'render' || !type.readBack) return type;
    const { readBack } = type;
    const spoilt = (bytes: Uint8Array) =>
      Buffer.from(
        Buffer.from(bytes)
          .toString('latin1')
          .replace(/1(\d,\d\d)/, '2$1'),
        'latin1',
      );
    return { ...type, readBack: (config, bytes, of) => readBack(config, spoilt(bytes), of) };
  };
  const nodeTypes = new Map([...registry.nodeTypes].map(([id, type]) => [id, spoil(type)]));
  const { problems } = await checkFile(engine.database.db, { ...registry, nodeTypes }, SCOPE, fileId);
  expect(problems.map(({ code }) => code)).toEqual(['text-file.read_back_differs']);
});

test('F-12 a file of another workspace is not there', async () => {
  const other = checkFile(engine.database.db, engine.services.registry, { workspaceId: 'other' }, fileId);
  await expect(other).rejects.toMatchObject({ status: 404 });
});
