import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { type AddressList, isListed } from '../../address-list.ts';
import type { HookAnswer, HookReceiver } from '../../hooks/receive-call.ts';

const PREFIX = '/hooks/';
const LARGEST_BODY = 1024 * 1024;

/** The whole body; null when it is larger than we read. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  );
  return Object.fromEntries(pairs);
}

function answer(response: ServerResponse, status: number, headers: Record<string, string> = {}, body?: unknown): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  const type = text === '' ? {} : { 'content-type': 'application/json' };
  response.writeHead(status, { 'content-length': Buffer.byteLength(text), ...type, ...headers }).end(text);
}

function say(response: ServerResponse, given: HookAnswer): void {
  if (given.status === 422) answer(response, 422, {}, { error: given.problem });
  else answer(response, given.status, given.status === 503 ? { 'retry-after': '30' } : {});
}

async function handle(receiver: HookReceiver, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = ''] = (request.url ?? '').split('?');
  if (request.method !== 'POST') return answer(response, 405, { allow: 'POST' });
  const body = await readBody(request);
  if (!body) return answer(response, 413, { connection: 'close' });
  const call = { headers: plainHeaders(request.headers), body };
  say(response, await receiver.receive(path.slice(PREFIX.length), call));
}

/** Takes a request if it is one for it. */
export type Front = (request: IncomingMessage, response: ServerResponse) => boolean;

/** From where calls are taken; an empty list of senders lets everybody knock. */
export interface HookGate {
  readonly hookSenders: AddressList;
  readonly proxies: AddressList;
}

const OPEN: HookGate = { hookSenders: [], proxies: [] };

/** Who calls: what a proxy of ours says of it, else the other end of the line. What anybody else claims counts for nothing. */
function senderOf({ socket, headers }: IncomingMessage, { proxies }: HookGate): string | undefined {
  const said = String(headers['x-forwarded-for'] ?? '').split(',');
  let sender = socket.remoteAddress;
  while (isListed(proxies, sender)) {
    const before = said.pop()?.trim();
    if (!before) break;
    sender = before;
  }
  return sender;
}

function isLetIn(request: IncomingMessage, gate: HookGate): boolean {
  return gate.hookSenders.length === 0 || isListed(gate.hookSenders, senderOf(request, gate));
}

/**
 * POST /hooks/{id}: where other systems tell of changes. It stands before the application, because nothing of it applies:
 * no session, no cookie, no guard against other sites; the signature is everything, behind the list of senders if there is one.
 */
export function serveHooks(receiver: HookReceiver, gate: HookGate = OPEN): Front {
  return (request, response) => {
    if (!request.url?.startsWith(PREFIX)) return false;
    if (!isLetIn(request, gate)) {
      answer(response, 403, { connection: 'close' });
      return true;
    }
    // A sender that hangs up in the middle is owed no answer.
    handle(receiver, request, response).catch(() => response.destroy());
    return true;
  };
}
