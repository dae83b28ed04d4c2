import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { AuthError } from '#schemas/errors.ts';
import { defineMessages } from '#schemas/messages.ts';
import { findAgainProblems } from './conformance-again.ts';
import type { Json, SourceItem, SourceNodeType } from './node-type.ts';
import type { FakeServer } from './testing.ts';
import type { WebhookSupport } from './webhook.ts';

/* A system in memory that does all well, and sources that each make one mistake with it. */

const messages = defineMessages('acme', { refused: { text: { en: 'Refused', fr: 'Refusé', nl: 'Geweigerd' } } });
const ALL = ['a', 'b', 'c', 'd'];

interface Row {
  id: number;
  address: string;
  isActive: boolean;
}
interface Acme {
  rows: Row[];
  refuses: boolean;
}

const itemOf = (key: string): SourceItem => ({ key, kind: 'payment', label: key, body: null });

function sign(body: Uint8Array, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

let acme: Acme = { rows: [], refuses: false };

async function startFake(): Promise<FakeServer> {
  acme = { rows: [], refuses: false };
  const system = acme;
  return {
    fields: {},
    secrets: {},
    calls: () => 0,
    misbehave: (fault) => {
      system.refuses = fault.kind === 'refuse-credentials';
    },
    close: async () => undefined,
    webhooks: {
      present: () => system.rows,
      meddle: (how) => {
        const [row] = system.rows;
        if (!row) throw new Error('nothing to meddle with');
        if (how === 'remove') system.rows.shift();
        else if (how === 'double') system.rows.push({ ...row, id: 77 });
        else if (how === 'switch-off') row.isActive = false;
        else row.address = 'https://elsewhere.example/';
      },
      sample: (secret) => {
        const body = Buffer.from('{"key":"b"}');
        return { call: { headers: { signature: sign(body, secret) }, body }, key: 'b' };
      },
    },
  };
}

const fetchWell: NonNullable<SourceNodeType['fetch']> = async (_context, keys) => {
  if (acme.refuses) throw new AuthError(messages.build.refused());
  return ALL.filter((key) => keys.includes(key)).map(itemOf);
};

const well: WebhookSupport = {
  register: async (_context, { address }, known) => {
    const before = JSON.stringify(acme.rows);
    const [mine] = acme.rows.filter((row) => row.address === address || row.id === known);
    acme.rows = [{ id: mine?.id ?? 1, address, isActive: true }];
    return { known: mine?.id ?? 1, repaired: known !== null && JSON.stringify(acme.rows) !== before };
  },
  remove: async (_context, address, known) => {
    acme.rows = acme.rows.filter((row) => row.id !== known && row.address !== address);
  },
  verify: ({ headers, body }, secret) => headers['signature'] === sign(body, secret),
  read: ({ body }) => {
    const { key } = JSON.parse(Buffer.from(body).toString()) as { key: string };
    return { deliveryId: key, topic: 'changed', keys: [key] };
  },
};

interface Mistake {
  readonly fetch?: NonNullable<SourceNodeType['fetch']>;
  readonly webhooks?: Partial<WebhookSupport>;
}

async function problemsOf({ fetch = fetchWell, webhooks = {} }: Mistake): Promise<string> {
  const title = { en: '', fr: '', nl: '' };
  const type: SourceNodeType = {
    ...{ id: 'acme', version: 1, icon: 'x', inputs: [], outputs: [], config: {}, messages: {} },
    texts: { title, description: title, fields: { en: {}, fr: {}, nl: {} } },
    kind: 'source',
    read: async (_context, cursor) => ({
      items: (cursor === null ? ALL.slice(0, 2) : ALL.slice(2)).map(itemOf),
      next: cursor === null ? 1 : null,
    }),
    fetch,
    webhooks: { ...well, ...webhooks },
  };
  return (await findAgainProblems(type, {}, startFake)).join('\n');
}

test('a source that does all well has no problem', async () => {
  expect(await problemsOf({})).toBe('');
});

const rows = (known: Json) => ({ known, repaired: true });
test.each<[string, Mistake, string]>([
  ['forgets one of many', { fetch: async (context, keys) => fetchWell(context, keys.slice(1)) }, 'not given'],
  ['gives one twice', { fetch: async () => [...ALL, 'a'].map(itemOf) }, 'given twice'],
  [
    'stumbles over what is gone',
    {
      fetch: async (context, keys) => {
        if (keys.some((key) => !ALL.includes(key))) throw new Error('404');
        return fetchWell(context, keys);
      },
    },
    'a key of nothing gave Error: 404',
  ],
  ['does not know a refusal', { fetch: async () => ALL.map(itemOf) }, 'not an AuthError'],
  [
    'registers once more each time',
    {
      webhooks: {
        register: async (_context, { address }) => {
          acme.rows.push({ id: acme.rows.length, address, isActive: true });
          return rows(1);
        },
      },
    },
    'a second look mended what was sound',
  ],
  [
    'does not look whether it is still active',
    {
      webhooks: {
        register: async (context, wanted, known) => {
          const off = acme.rows.some((row) => !row.isActive);
          return off ? rows(known) : (well.register?.(context, wanted, known) ?? rows(null));
        },
      },
    },
    'switch-off: 1 registrations, 0 of them sound',
  ],
  [
    'removes only what it remembers',
    {
      webhooks: {
        remove: async (_context, _address, known) => {
          acme.rows = acme.rows.filter((row) => row.id !== known);
        },
      },
    },
    'after removing what was not kept: 1',
  ],
  [
    'writes the secret of its webhooks down',
    {
      webhooks: {
        register: async (context, wanted, known) => {
          context.log.info({ ...messages.build.refused(), params: { body: wanted.secret } });
          return well.register?.(context, wanted, known) ?? rows(null);
        },
      },
    },
    'the secret of the webhooks shows',
  ],
  ['leaves its registrations behind', { webhooks: { remove: async () => undefined } }, 'after removing: 1'],
  ['takes any signature', { webhooks: { verify: () => true } }, 'signed with another secret is taken'],
  [
    'signs something else than the body',
    {
      webhooks: { verify: ({ headers }, secret) => headers['signature'] === sign(Buffer.from('{"key":"b"}'), secret) },
    },
    'whose body was changed is taken',
  ],
  [
    'gives each call a new id',
    { webhooks: { read: () => ({ deliveryId: crypto.randomUUID(), topic: '', keys: ['b'] }) } },
    'two delivery ids',
  ],
  [
    'tells of another document',
    { webhooks: { read: () => ({ deliveryId: '', topic: '', keys: ['x'] }) } },
    'tells of x',
  ],
])('a source that %s is found out', async (_name, mistake, sentence) => {
  expect(await problemsOf(mistake)).toContain(sentence);
});
