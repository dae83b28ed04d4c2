import { expect, test } from 'vitest';
import { cloneOnce } from './clone-once.ts';
import { answersKey } from './wizard-state.ts';

/** A server that keeps flows by id; `fails` names the call that does not go through. */
function server(fails: 'remove' | null = null) {
  const flows = new Map<string, string>();
  let made = 0;
  const calls = {
    nameOf: async (id: string) => flows.get(id) ?? null,
    rename: async (id: string, name: string) => void flows.set(id, name),
    remove: async (id: string) => {
      if (fails === 'remove') throw new Error('no answer');
      flows.delete(id);
    },
    clone: async (name: string) => {
      made += 1;
      flows.set(`flow-${made}`, name);
      return `flow-${made}`;
    },
  };
  return { flows, calls };
}

const answers = { connections: { shop: 'a' }, settings: { chart: 'fr-pcg' }, name: ' Ventes ', clone: null };
const nothing = () => undefined;

test('the first check clones the template under the trimmed name', async () => {
  const { flows, calls } = server();
  expect(await cloneOnce(answers, calls, nothing)).toEqual({ flowId: 'flow-1', madeFrom: answersKey(answers) });
  expect([...flows]).toEqual([['flow-1', 'Ventes']]);
});

test('checking again with the same answers uses the same flow, renamed if need be', async () => {
  const { flows, calls } = server();
  const clone = await cloneOnce(answers, calls, nothing);
  const settings = { ...answers.settings };
  expect(await cloneOnce({ ...answers, settings, name: 'Octobre', clone }, calls, nothing)).toEqual(clone);
  expect([...flows]).toEqual([['flow-1', 'Octobre']]);
});

test('other answers replace the flow: there is never a second one', async () => {
  const { flows, calls } = server();
  const clone = await cloneOnce(answers, calls, nothing);
  const next = await cloneOnce({ ...answers, settings: { chart: 'be-pcmn' }, clone }, calls, nothing);
  expect(next.flowId).toBe('flow-2');
  expect([...flows.keys()]).toEqual(['flow-2']);
});

test('a flow that somebody deleted meanwhile is made anew', async () => {
  const { flows, calls } = server();
  const clone = await cloneOnce(answers, calls, nothing);
  flows.clear();
  expect((await cloneOnce({ ...answers, clone }, calls, nothing)).flowId).toBe('flow-2');
});

test('when the former flow cannot be deleted, no other one is made', async () => {
  const { flows, calls } = server('remove');
  const clone = await cloneOnce(answers, calls, nothing);
  await expect(cloneOnce({ ...answers, settings: {}, clone }, calls, nothing)).rejects.toThrow('no answer');
  expect([...flows.keys()]).toEqual(['flow-1']);
});
