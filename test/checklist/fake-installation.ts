import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { defineConnectionType } from '#nodes/kit/connection-type.ts';
import { type Connector, defineConnector } from '#nodes/kit/connector.ts';
import type { CallContext, ConnectionAccess } from '#nodes/kit/context.ts';
import {
  type BookedMark,
  defineSource,
  type NodeType,
  type SourceItem,
  type SourceNodeType,
} from '#nodes/kit/node-type.ts';
import type { FakeServer } from '#nodes/kit/testing.ts';
import type { TypeTexts } from '#nodes/kit/texts.ts';
import { AuthError, RemoteDownError } from '#schemas/errors.ts';
import { EXAMPLE_SALE } from '#schemas/example-documents.ts';
import { defineMessages } from '#schemas/messages.ts';

/* A shop system that does not exist, with what its kind has: rights given one by one, and several shops in one installation. */

const messages = defineMessages('emporium', {
  right_missing: {
    text: {
      en: 'The key of Emporium lacks the right “{right}”',
      fr: 'Il manque à la clé d’Emporium le droit « {right} »',
      nl: 'De sleutel van Emporium mist het recht “{right}”',
    },
    remedy: {
      en: 'Give the key this right in Emporium, then test again.',
      fr: 'Accordez ce droit à la clé dans Emporium, puis testez à nouveau.',
      nl: 'Geef de sleutel dit recht in Emporium en test opnieuw.',
    },
  },
  silent: { text: { en: 'No answer', fr: 'Pas de réponse', nl: 'Geen antwoord' } },
});
const KEY = 'k4n4rie-emporium';
const RIGHTS = ['read_orders', 'read_shops'];
/** Orders 1 to 6: the odd ones of the shop "paris", the even ones of "gent". */
const ORDERS = [1, 2, 3, 4, 5, 6].map((id) => ({ id, shop: id % 2 === 1 ? 'paris' : 'gent' }));
const PER_PAGE = 2;

export interface Installation extends FakeServer {
  /** What it was told to note, by the key of the document. */
  readonly notes: Map<string, BookedMark>;
  /** What it answers to notes from now on; 200 takes them. */
  readonly answerNotes: (status: number) => void;
}

export async function startInstallation(): Promise<Installation> {
  const notes = new Map<string, BookedMark>();
  let noteStatus = 200;
  let granted: readonly string[] = RIGHTS;
  let calls = 0;
  const server = createServer(async (request, response) => {
    calls += 1;
    if (request.method === 'POST') {
      const marks = (await json(request)) as BookedMark[];
      if (noteStatus === 200) for (const mark of marks) notes.set(mark.key, mark);
      response.writeHead(noteStatus).end();
      return;
    }
    const { pathname } = new URL(request.url ?? '', 'http://emporium');
    const right = `read_${pathname.slice(1)}`;
    if (!granted.includes(right)) response.writeHead(403).end(JSON.stringify({ right }));
    else response.end(JSON.stringify(pathname === '/orders' ? ORDERS : ['paris', 'gent']));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    fields: { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, dossier: 'D1' },
    secrets: { key: KEY },
    misbehave: () => undefined,
    calls: () => calls,
    notes,
    answerNotes: (status) => {
      noteStatus = status;
    },
    grant: (rights) => {
      granted = rights;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Context = Pick<CallContext, 'http'> & { readonly connection: ConnectionAccess };

async function get<Answer>({ http, connection }: Context, resource: string): Promise<Answer> {
  const { status, text } = await http.send({ url: `${String(connection.fields['url'])}/${resource}` });
  if (status === 403) throw new AuthError(messages.build.right_missing({ right: `read_${resource}` }));
  if (status !== 200) throw new RemoteDownError(messages.build.silent());
  return JSON.parse(text) as Answer;
}

const everywhere = (text: string) => ({ en: text, fr: text, nl: text });
function named(...names: readonly string[]): TypeTexts {
  const fields = Object.fromEntries(names.map((name) => [name, { title: name, help: `What ${name} is` }]));
  const title = everywhere('Emporium');
  return { title, description: title, fields: { en: fields, fr: fields, nl: fields } };
}

export const connectionType = defineConnectionType({
  id: 'emporium',
  texts: named('url', 'dossier', 'key'),
  fields: {
    type: 'object',
    additionalProperties: false,
    required: ['url', 'key', 'dossier'],
    properties: {
      url: { type: 'string', format: 'uri' },
      dossier: { type: 'string' },
      key: { type: 'string', minLength: 4 },
    },
  },
  secrets: ['key'],
  messages: messages.catalogue,
  rights: RIGHTS.map((id) => ({ id, access: 'read' as const })),
  onlyOnePer: ['dossier'],
  test: async (context) => {
    await get(context, 'shops');
    await get(context, 'orders');
    return { findings: [] };
  },
});

function itemOf({ id, shop }: (typeof ORDERS)[number]): SourceItem {
  const number = String(1000 + id);
  const source = { ...EXAMPLE_SALE.source, system: 'emporium', shop, shopName: shop };
  const body = { ...EXAMPLE_SALE, id: String(id), number, numbers: { order: number }, source };
  return { key: `emporium:${shop}:sale:${id}`, kind: 'sales-document', label: `Order ${number}`, body };
}

/** Reads the shops that are ticked; all of them where none is. */
const sales = defineSource({
  id: 'emporium-sales',
  version: 1,
  icon: 'box',
  texts: named('shops'),
  inputs: [],
  outputs: [{ id: 'documents', kind: 'sales-document' }],
  connection: 'emporium',
  config: {
    type: 'object',
    additionalProperties: false,
    required: ['shops'],
    properties: { shops: { type: 'array', items: { type: 'string', list: 'shops' }, default: [] } },
  },
  messages: messages.catalogue,
  read: async (context, cursor) => {
    const at = typeof cursor === 'number' ? cursor : 0;
    const { shops } = context.config as { readonly shops: readonly string[] };
    const orders = await get<typeof ORDERS>(context, 'orders');
    const wanted = orders.filter(({ shop }) => shops.length === 0 || shops.includes(shop));
    const next = at + PER_PAGE < wanted.length ? at + PER_PAGE : null;
    return { items: wanted.slice(at, at + PER_PAGE).map(itemOf), next };
  },
});

/** A source that notes what is booked, where its setting says so. */
const marks: NonNullable<SourceNodeType['marks']> = {
  isWanted: (config) => (config as { readonly notes?: boolean }).notes === true,
  mark: async ({ http, connection }, marked) => {
    const url = `${String(connection.fields['url'])}/notes`;
    const { status } = await http.send({ method: 'POST', url, body: JSON.stringify(marked), retries: 0 });
    if (status !== 200) throw new AuthError(messages.build.right_missing({ right: 'write_notes' }));
  },
};

/** The same connector with a source that can note what is booked. */
export function notingEmporium(): Connector {
  const texts = named('shops', 'notes');
  const config = {
    ...sales.config,
    required: ['shops', 'notes'],
    properties: {
      shops: { type: 'array', items: { type: 'string', list: 'shops' }, default: [] },
      notes: { type: 'boolean', default: false },
    },
  };
  return { ...emporium(), nodeTypes: [{ ...sales, texts, config, marks } as NodeType] };
}

/** The connector, or one with something about its connection changed. */
export function emporium(change: Partial<typeof connectionType> = {}): Connector {
  return defineConnector({
    id: 'emporium',
    nodeTypes: [sales],
    connectionTypes: [{ ...connectionType, ...change }],
  });
}
