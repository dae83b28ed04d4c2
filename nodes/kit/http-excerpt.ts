import type { HttpRequest } from './http.ts';
import type { Redactor } from './redact.ts';

const LONGEST_EXCERPT = 2048;
const LONGEST_BODY = 1000;
/** Of a call that went well the beginnings do: what was sent is kept as a document anyway. */
const LONGEST_WHEN_WELL = 200;
/** Enough to redact before cutting, so that no secret is cut in two, without scanning an answer of 50 MB. */
const SCANNED = 16_384;

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function bodyOf(request: HttpRequest): string {
  if (request.body === undefined) return '';
  return typeof request.body === 'string' ? request.body : `[${request.body.byteLength} bytes]`;
}

/** What was sent and answered, secrets removed, at most 2 kB; none when both bodies are empty. */
export function excerptOf(
  request: HttpRequest,
  answer: string,
  redact: Redactor,
  wentWell = false,
): { excerpt?: string } {
  const parts = [
    { sign: '→', text: bodyOf(request) },
    { sign: '←', text: answer },
  ];
  const lines = parts
    .filter(({ text }) => text.length > 0)
    .map(
      ({ sign, text }) => `${sign} ${cut(redact(text.slice(0, SCANNED)), wentWell ? LONGEST_WHEN_WELL : LONGEST_BODY)}`,
    );
  return lines.length === 0 ? {} : { excerpt: cut(lines.join('\n'), LONGEST_EXCERPT) };
}
