import { and, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFakeShop } from '#nodes/woocommerce/testing/fake.ts';
import { recordedCase, shopOf } from '#nodes/woocommerce/testing/shop-data.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import { renderMessage } from '#schemas/messages.ts';
import { document, outcome } from '#server/db/schema/index.ts';
import { EngineHarness } from '../engine/harness.ts';
import { recordedCases } from '../template/recorded-shop.ts';

let engine: EngineHarness;
beforeAll(async () => {
  engine = await EngineHarness.create();
});
afterAll(() => engine.database.drop());

/** Refunds without lines, methods and rates without a rule wait; dollars have no rate, and one order cannot be read. */
function strict(flow: FlowDefinition): FlowDefinition {
  const { entries, ...nodes } = flow.nodes;
  if (!entries) throw new Error('the template has changed');
  const controls = { unlistedTax: 'hold', unlistedMethod: 'hold' };
  const config = { ...entries.config, amountOnlyRefunds: 'hold', controls };
  return { ...flow, nodes: { ...nodes, entries: { ...entries, config } } };
}

it('F-06 each error has a code, a sentence that names the document, the field, and a remedy, in every language', async () => {
  const cases = (await recordedCases()).map(({ name }) => recordedCase(name));
  const [broken, ...others] = cases;
  if (!broken) throw new Error('no case');
  const unreadable = { ...broken, order: { ...broken.order, total: 'twelve' } };
  const shop = await startFakeShop({ shop: shopOf([unreadable, ...others]) });
  try {
    const runId = await engine.start(await engine.publishFlow(strict(engine.template('woocommerce-fec', {})), shop));
    await engine.drain(runId);
    const troubled = and(eq(outcome.runId, runId), inArray(outcome.outcome, ['held', 'failed']));
    const rows = await engine.database.db
      .select({ message: outcome.message, label: document.label })
      .from(outcome)
      .innerJoin(document, eq(document.id, outcome.documentId))
      .where(troubled);
    expect(new Set(rows.map(({ message }) => message?.code)).size).toBeGreaterThan(2);
    for (const { message, label } of rows) {
      if (!message) throw new Error(`${label}: nothing is said`);
      const numbers = label.match(/\d+/g) ?? [];
      expect(message.code).toMatch(/^[a-z-]+\.[a-z_]+$/);
      expect(message.field, message.code).not.toBeNull();
      for (const language of ['en', 'fr', 'nl'] as const) {
        const { text, remedy } = renderMessage(engine.services.registry.messages, message, language);
        expect(text.length, message.code).toBeGreaterThan(20);
        expect(text, message.code).not.toContain('{');
        expect(
          numbers.some((number) => text.includes(number)),
          `${label}: ${text}`,
        ).toBe(true);
        expect(remedy, message.code).toMatch(/\S{2,} \S/);
      }
    }
  } finally {
    await shop.close();
  }
});
