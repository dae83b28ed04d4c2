import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
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

/**
 * POST /hooks/{id}: where other systems tell of changes. It stands before the application, because nothing of it applies:
 * no session, no cookie, no guard against other sites; the signature is everything.
 */
export function serveHooks(receiver: HookReceiver): Front {
  return (request, response) => {
    if (!request.url?.startsWith(PREFIX)) return false;
    // A sender that hangs up in the middle is owed no answer.
    handle(receiver, request, response).catch(() => response.destroy());
    return true;
  };
}
