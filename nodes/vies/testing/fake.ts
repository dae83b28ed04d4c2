import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What VIES is known to do instead of answering. */
export type Mishap =
  | { readonly kind: 'trouble'; readonly error: string; readonly status?: number }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'noise' }
  | { readonly kind: 'close' };

export interface Asked {
  readonly countryCode: string;
  readonly vatNumber: string;
  readonly requesterMemberStateCode?: string;
  readonly requesterNumber?: string;
}

/** A stand-in for VIES on loopback that speaks its wire. */
export interface FakeVies {
  readonly address: string;
  readonly asked: readonly Asked[];
  /** Numbers that exist, with the name that their country gives; a country that gives none answers with dashes. */
  readonly numbers: Map<string, string>;
  /** What happens next to questions about a country ("*": any), until it is taken back with null. */
  readonly misbehave: (country: string, mishap: Mishap | null) => void;
  readonly close: () => Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function goWrong(response: ServerResponse, mishap: Mishap): void {
  if (mishap.kind === 'close') response.destroy();
  else if (mishap.kind === 'noise') response.writeHead(200).end('<html>maintenance</html>');
  else if (mishap.kind === 'status') response.writeHead(mishap.status).end('');
  else json(response, mishap.status ?? 200, { actionSucceed: false, errorWrappers: [{ error: mishap.error }] });
}

/** @param port a fixed one, for trials by hand; any free one unless set */
export async function startFakeVies(port = 0): Promise<FakeVies> {
  const asked: Asked[] = [];
  const numbers = new Map<string, string>();
  const mishaps = new Map<string, Mishap>();
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST' || request.url !== '/rest-api/check-vat-number') return json(response, 404, {});
    const question = JSON.parse(await readBody(request)) as Asked;
    asked.push(question);
    const mishap = mishaps.get('*') ?? mishaps.get(question.countryCode);
    if (mishap) return goWrong(response, mishap);
    const name = numbers.get(`${question.countryCode}${question.vatNumber}`);
    json(response, 200, {
      countryCode: question.countryCode,
      vatNumber: question.vatNumber,
      requestDate: '2026-11-21T10:00:00.000Z',
      valid: name !== undefined,
      requestIdentifier: question.requesterNumber && name !== undefined ? `WAPI${asked.length}` : '',
      name: name ?? '---',
      address: '---',
      traderName: '---',
      traderNameMatch: 'NOT_PROCESSED',
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: listening } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${listening}/rest-api`,
    asked,
    numbers,
    misbehave: (country, mishap) => {
      if (mishap) mishaps.set(country, mishap);
      else mishaps.delete(country);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
