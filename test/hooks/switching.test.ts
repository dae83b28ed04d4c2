import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hook, run } from '#server/db/schema/index.ts';
import { archiveFlow } from '#server/flows/change-flow.ts';
import { switchFlow } from '#server/hooks/automation.ts';
import { collectEvents } from '#server/hooks/collect-events.ts';
import { sweepHook } from '#server/hooks/sweep-hook.ts';
import { syncHooks } from '#server/hooks/sync-hooks.ts';
import { tendHook } from '#server/hooks/tend-hook.ts';
import { EDITOR, HookWorld } from './hook-world.ts';

let world: HookWorld;
beforeEach(async () => {
  world = await HookWorld.open();
});
afterEach(() => world.close());

const stateOf = async (flowId: string) => (await world.automation(flowId)).hooks[0];
const sync = (flowId: string) => world.services.db.transaction((tx) => syncHooks(tx, world.services, flowId));
async function tend(flowId: string): Promise<void> {
  await tendHook(world.services, (await world.hookOf(flowId)).id);
}

describe('switching a flow on', () => {
  test('F-15 EF-02 HD-06 registers its source at the shop, and switching it off removes that', async () => {
    const flowId = await world.switchOn();
    expect((await stateOf(flowId))?.status).toBe('registering');
    await tend(flowId);
    const { address } = (await stateOf(flowId)) ?? {};
    expect((await stateOf(flowId))?.status).toBe('active');
    expect(world.shop.hooks.rows.map((row) => row.delivery_url)).toEqual([address, address]);
    await switchFlow(world.services, EDITOR, flowId, false);
    expect((await stateOf(flowId))?.status).toBe('removing');
    await tend(flowId);
    expect(world.shop.hooks.rows).toEqual([]);
    expect((await stateOf(flowId))?.status).toBe('off');
  });

  test('again keeps address and secret: somebody may have entered them elsewhere', async () => {
    const flowId = await world.switchOn();
    const before = await world.hookOf(flowId);
    await switchFlow(world.services, EDITOR, flowId, false);
    await tend(flowId);
    await switchFlow(world.services, EDITOR, flowId, true);
    const after = await world.hookOf(flowId);
    expect([after.id, after.sealedSecret, after.status]).toEqual([before.id, before.sealedSecret, 'registering']);
  });

  test('while the shop is out of order says so, and is made up for later', async () => {
    const flowId = await world.switchOn();
    world.shop.misbehave({ kind: 'refuse-credentials' }, { times: 9 });
    await tend(flowId);
    expect(await stateOf(flowId)).toMatchObject({ status: 'failing', problem: { code: 'woocommerce.refused' } });
    world.shop.misbehave({ kind: 'close' }, { times: 0 });
    await world.services.db.update(hook).set({ status: 'failing' }).where(eq(hook.flowId, flowId));
    for (let time = 0; time < 5; time += 1) await tend(flowId);
    expect(await stateOf(flowId)).toMatchObject({ status: 'active', problem: null });
  });

  test('is remembered with who did it', async () => {
    await world.switchOn();
    const rows = await world.services.db.execute(
      sql`select action, user_id from audit_log where action like 'flow.sw%'`,
    );
    expect([...rows]).toEqual([{ action: 'flow.switched-on', user_id: EDITOR.userId }]);
  });
});

test('dying after the shop was told and before that was recorded leaves no registration behind', async () => {
  const flowId = await world.switchOn();
  await tend(flowId);
  await world.services.db.update(hook).set({ remote: null, status: 'registering' }).where(eq(hook.flowId, flowId));
  await tend(flowId);
  expect(world.shop.hooks.rows).toHaveLength(2);
  await world.services.db.update(hook).set({ remote: null }).where(eq(hook.flowId, flowId));
  await switchFlow(world.services, EDITOR, flowId, false);
  await tend(flowId);
  expect(world.shop.hooks.rows).toEqual([]);
});

test('a flow that is put away is switched off', async () => {
  const flowId = await world.switchOn();
  await tend(flowId);
  await archiveFlow(world.services.db, EDITOR, flowId);
  await sync(flowId);
  await tend(flowId);
  expect(world.shop.hooks.rows).toEqual([]);
});

test('a source that is bound to another connection is registered there, and no longer where it was', async () => {
  const flowId = await world.switchOn();
  await tend(flowId);
  const other = await HookWorld.open();
  try {
    const { connectionId } = await world.hookOf(flowId);
    // The same connection under another id, pointing at the other shop.
    const [row] = await world.services.db.execute<{ id: string }>(sql`select gen_random_uuid() as id`);
    const secrets = world.services.vault.seal(other.shop.secrets, {
      workspaceId: EDITOR.workspaceId,
      connectionId: row?.id ?? '',
    });
    await world.services.db.execute(sql`
      insert into connection (id, workspace_id, type, name, fields, sealed_secrets, secrets_set)
      select ${row?.id}, workspace_id, type, 'Other shop', ${JSON.stringify(other.shop.fields)}::text::jsonb, ${secrets}, secrets_set
      from connection where id = ${connectionId}`);
    await world.services.db.execute(sql`
      update flow set bindings = jsonb_set(bindings, '{shop}', to_jsonb(${row?.id}::text)) where id = ${flowId}`);
    await sync(flowId);
    await tend(flowId);
    expect(world.shop.hooks.rows).toEqual([]);
    expect(other.shop.hooks.rows).toHaveLength(2);
    expect((await stateOf(flowId))?.connection).toBe('Other shop');
  } finally {
    await other.close();
  }
});

describe('without a public address', () => {
  test('the state says what to set, and the sweep finds the sales alone', async () => {
    const services = { ...world.services, config: { allowPrivateNetwork: true, publicUrl: null } };
    const flowId = await world.switchOn();
    const { id } = await world.hookOf(flowId);
    await tendHook(services, id);
    expect((await stateOf(flowId))?.problem?.code).toBe('automation.no_public_address');
    world.buy(700);
    await sweepHook(services, id);
    const runId = await collectEvents(services, flowId);
    expect(await world.engine.drain(runId ?? '')).toBe('succeeded');
    expect([...(await world.postedTimes(flowId))]).toEqual([['700', 1]]);
    expect((await stateOf(flowId))?.problem?.code).toBe('automation.no_public_address');
  });
});

describe('the sweep', () => {
  test('mends what was switched off in the shop', async () => {
    const flowId = await world.switchOn();
    await tend(flowId);
    world.shop.hooks.meddle('switch-off');
    world.shop.hooks.meddle('double');
    await sweepHook(world.services, (await world.hookOf(flowId)).id);
    expect(world.shop.hooks.rows.map((row) => row.status)).toEqual(['active', 'active']);
  });

  test('reads a state once that it finds itself, and not at all when a webhook told of it', async () => {
    const flowId = await world.switchOn();
    await tend(flowId);
    const { id } = await world.hookOf(flowId);
    const old = new Date(Date.now() - 60_000).toISOString().slice(0, 19);
    world.buy(801, { date_modified_gmt: old });
    await world.shop.hooks.deliver();
    world.buy(802, { date_modified_gmt: old });
    const count = async () => (await world.services.db.execute(sql`select 1 from hook_event`)).length;
    expect(await count()).toBe(1);
    await sweepHook(world.services, id);
    expect(await count()).toBe(2);
    await sweepHook(world.services, id);
    expect(await count()).toBe(2);
  });

  test('keeps its place when the shop cannot be asked, and says why', async () => {
    const flowId = await world.switchOn();
    await tend(flowId);
    const before = await world.hookOf(flowId);
    world.shop.misbehave({ kind: 'refuse-credentials' }, { times: 9, after: 1 });
    await sweepHook(world.services, before.id);
    const after = await world.hookOf(flowId);
    expect(after.sweptUntil).toEqual(before.sweptUntil);
    expect([after.status, after.problem?.code]).toEqual(['failing', 'woocommerce.refused']);
  });

  test('takes up again what a failed run had taken up', async () => {
    const flowId = await world.switchOn();
    await tend(flowId);
    world.buy(901);
    await world.shop.hooks.deliver();
    const failed = (await collectEvents(world.services, flowId)) ?? '';
    await world.services.db.update(run).set({ status: 'failed' }).where(eq(run.id, failed));
    expect(await collectEvents(world.services, flowId)).toBeNull();
    await sweepHook(world.services, (await world.hookOf(flowId)).id);
    const runId = (await collectEvents(world.services, flowId)) ?? '';
    await world.engine.drain(runId);
    expect([...(await world.postedTimes(flowId))]).toEqual([['901', 1]]);
  });
});

describe('the collector', () => {
  test('gathers while a run of webhooks is under way, and reads an order that was told of three times once', async () => {
    const flowId = await world.switchOn();
    await tend(flowId);
    world.buy(1001);
    await world.shop.hooks.deliver();
    const first = (await collectEvents(world.services, flowId)) ?? '';
    for (const status of ['on-hold', 'processing', 'completed']) {
      const at = world.shop.shop.orders.findIndex((order) => order['id'] === 1001);
      world.shop.shop.orders[at] = { ...world.shop.shop.orders[at], status };
      world.shop.hooks.tell('order.updated', 1001);
      await world.shop.hooks.deliver();
    }
    expect(await collectEvents(world.services, flowId)).toBeNull();
    await world.engine.drain(first);
    const second = (await collectEvents(world.services, flowId)) ?? '';
    const keys = await world.services.db.execute(sql`select key from run_key where run_id = ${second}`);
    expect(keys).toHaveLength(1);
    await world.engine.drain(second);
    expect([...(await world.postedTimes(flowId))]).toEqual([['1001', 1]]);
  });

  test('called twice at once starts one run', async () => {
    const flowId = await world.switchOn();
    await tend(flowId);
    world.buy(1101);
    await world.shop.hooks.deliver();
    const started = await Promise.all([1, 2, 3].map(() => collectEvents(world.services, flowId)));
    expect(started.filter((runId) => runId !== null)).toHaveLength(1);
  });

  test('leaves deliveries waiting while the flow is off', async () => {
    const flowId = await world.switchOn();
    await tend(flowId);
    world.buy(1201);
    await world.shop.hooks.deliver();
    await switchFlow(world.services, EDITOR, flowId, false);
    expect(await collectEvents(world.services, flowId)).toBeNull();
    expect(await world.runs(flowId)).toEqual([]);
  });

  test('says with the hook why the flow cannot run', async () => {
    const flowId = await world.switchOn();
    await tend(flowId);
    world.buy(1301);
    await world.shop.hooks.deliver();
    await world.services.db.execute(sql`update flow set bindings = bindings - 'books' where id = ${flowId}`);
    expect(await collectEvents(world.services, flowId)).toBeNull();
    expect(await stateOf(flowId)).toMatchObject({ status: 'failing', waiting: 1 });
  });
});
