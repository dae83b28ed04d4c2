import type { ServerResponse } from 'node:http';
import type { Fault } from '#nodes/kit/testing.ts';
import type { Verdict } from './ledger.ts';

/**
 * What can go wrong with one call.
 * - close: the line breaks before anything is booked
 * - drop-answer: it books, and the line breaks before the answer
 * - late: it answers nothing, and books when `afterMs` are over
 * - error: it answers with the status and books nothing
 * - error-after: it books, and answers with the status all the same
 * - double-answer: it books, sends its answer twice over and breaks the line
 */
export type Trouble =
  | Fault
  | { readonly kind: 'drop-answer' }
  | { readonly kind: 'late'; readonly afterMs: number }
  | { readonly kind: 'error-after'; readonly status: number }
  | { readonly kind: 'double-answer' };

export function answer(response: ServerResponse, { status, answer: said }: Verdict): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
}

function breakLine(response: ServerResponse): void {
  response.socket?.destroy();
}

/** More bytes are promised than come. */
function cut(response: ServerResponse, { status, answer: said }: Verdict): void {
  const text = JSON.stringify(said);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': String(text.length + 10) });
  response.write(text.slice(0, -1), () => breakLine(response));
}

function sayTwice(response: ServerResponse, { status, answer: said }: Verdict): void {
  const text = JSON.stringify(said);
  const head = `HTTP/1.1 ${status} Twice\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n`;
  response.socket?.end(`${head}${text}${head}${text}`);
}

/** Lets a call go wrong. `act` does what the call asks for; whether and when it is done is the trouble's to decide. */
export async function goWrong(response: ServerResponse, trouble: Trouble, act: () => Verdict): Promise<void> {
  switch (trouble.kind) {
    case 'close':
      return breakLine(response);
    case 'drop-answer':
      act();
      return breakLine(response);
    case 'late':
      await new Promise((resolve) => setTimeout(resolve, trouble.afterMs));
      act();
      return breakLine(response);
    case 'hang':
      return;
    case 'error':
      return answer(response, { status: trouble.status, answer: { message: 'out of order' } });
    case 'error-after':
      act();
      return answer(response, { status: trouble.status, answer: { message: 'out of order' } });
    case 'double-answer':
      return sayTwice(response, act());
    case 'cut-answer':
      return cut(response, act());
    case 'refuse-credentials':
      return answer(response, { status: 401, answer: { message: 'not you' } });
    case 'throttle':
      response.setHeader('retry-after', String(trouble.retryAfterSeconds));
      return answer(response, { status: 429, answer: { message: 'slow down' } });
    case 'noise-before-json': {
      const { status, answer: said } = act();
      response.writeHead(status, { 'content-type': 'application/json' }).end(`<b>Notice</b>${JSON.stringify(said)}`);
      return;
    }
  }
}
