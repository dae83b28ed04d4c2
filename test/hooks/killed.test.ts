import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collectEvents } from '#server/hooks/collect-events.ts';
import { tendHook } from '#server/hooks/tend-hook.ts';
import { HookWorld } from './hook-world.ts';

let world: HookWorld;
beforeEach(async () => {
  world = await HookWorld.open();
});
afterEach(() => world.close());

type Job = 'collect' | 'tend';
type Moment = 'before-commit' | 'after-commit' | 'after-call';

/** Has a job done in a process of its own, which is killed at the moment given. */
async function doAndDie(job: Job, id: string, moment: Moment): Promise<void> {
  const { database, secretKey } = world.engine;
  const given = { url: database.url, secretKey: secretKey.toString('hex'), publicUrl: world.address };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'mortal-hooks.ts')], {
    env: { ...process.env, MORTAL_HOOKS: JSON.stringify({ ...given, job, id, moment }) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let problems = '';
  child.stderr.on('data', (text) => {
    problems += String(text);
  });
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  if (signal !== 'SIGKILL') throw new Error(`the process was not killed: ${problems}`);
}

test.each<[Moment, number]>([
  ['before-commit', 0],
  ['after-commit', 1],
])(
  'a collector killed at %s leaves every delivery waiting or with its run, and each sale is posted once',
  async (moment, runs) => {
    const flowId = await world.switchOn();
    await tendHook(world.services, (await world.hookOf(flowId)).id);
    for (const id of [1, 2, 3]) world.buy(id);
    await world.shop.hooks.deliver();
    await doAndDie('collect', flowId, moment);
    expect(await world.runs(flowId)).toHaveLength(runs);
    await collectEvents(world.services, flowId);
    const [run, ...others] = await world.runs(flowId);
    expect(others).toEqual([]);
    expect(await world.engine.drain(run?.id ?? '')).toBe('succeeded');
    expect([...(await world.postedTimes(flowId)).values()]).toEqual([1, 1, 1]);
    expect(await collectEvents(world.services, flowId)).toBeNull();
  },
);

test('one killed after the shop was told, before that was written down, registers nothing twice', async () => {
  const flowId = await world.switchOn();
  const { id } = await world.hookOf(flowId);
  await doAndDie('tend', id, 'after-call');
  expect((await world.hookOf(flowId)).remote).toBeNull();
  expect(world.shop.hooks.rows).toHaveLength(2);
  await tendHook(world.services, id);
  expect(world.shop.hooks.rows).toHaveLength(2);
  expect((await world.hookOf(flowId)).status).toBe('active');
});
