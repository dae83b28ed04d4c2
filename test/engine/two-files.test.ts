import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { file } from '#server/db/schema/index.ts';
import { fileBytes } from '#server/jobs/complete-file.ts';
import { EngineHarness } from './harness.ts';

let engine: EngineHarness;
beforeAll(async () => {
  engine = await EngineHarness.create();
});
afterAll(() => engine.database.drop());

/** The template's flow, which writes the same entries into a second file of another format as well. */
function withSecondFile(template: FlowDefinition, id: string, preset: string): FlowDefinition {
  const { file: first, download } = template.nodes;
  const into = template.edges.find(({ to }) => to.node === 'file');
  if (!first || !download || !into) throw new Error('the template has changed');
  return {
    ...template,
    nodes: { ...template.nodes, [id]: { ...first, config: { preset } }, [`${id}-download`]: download },
    edges: [
      ...template.edges,
      { from: into.from, to: { node: id, port: into.to.port } },
      { from: { node: id, port: 'file' }, to: { node: `${id}-download`, port: 'file' } },
    ],
    layout: { nodes: {}, notes: [] },
  };
}

it.each(['another', 'zeta'])(
  'what stands in a file is not booked again because another file cannot hold it (%s)',
  async (id) => {
    // WinBooks takes digits only as a document number, FEC anything.
    const odd = structuredClone(recordedCase('prices-incl__nl-oss')) as unknown as { order: { number: string } };
    odd.order.number = 'WEB-57';
    const shop = await startFakeShop({ shop: shopOf([odd as unknown as ReturnType<typeof recordedCase>]) });
    const template = engine.template('woocommerce-winbooks', { chart: 'be-pcmn' });
    const flowId = await engine.publishFlow({ ...withSecondFile(template, id, 'fec'), name: `two files ${id}` }, shop);
    const { db } = engine.database;
    const mentions: string[] = [];
    for (let runs = 0; runs < 3; runs += 1) {
      const runId = await engine.start(flowId);
      await engine.drain(runId);
      expect((await engine.counts(runId)).held).toBe(1);
      const ofRun = and(eq(file.runId, runId), eq(file.status, 'complete'), eq(file.nodeId, id));
      for (const row of await db.select().from(file).where(ofRun)) {
        const text = (await fileBytes(db, row.id)).toString('utf8');
        mentions.push(...new Set(text.split('\n').flatMap((line) => (line.includes('WEB-57') ? [row.id] : []))));
      }
    }
    const posted = (await engine.postings(flowId)).filter(({ status }) => status === 'posted');
    expect(mentions.length).toBeLessThanOrEqual(1);
    expect(posted.length > 0).toBe(mentions.length > 0);
    await shop.close();
  },
);
