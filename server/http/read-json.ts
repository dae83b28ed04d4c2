import type { Context } from 'hono';
import { httpApiMessages } from './messages.ts';
import { Refusal } from './refusal.ts';

const { build } = httpApiMessages;
/** Far more than a flow or a form has; what checks and stores a body calls itself for each level. */
const DEEPEST = 100;

/** PostgreSQL stores no NUL, and UTF-8 no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

function childrenOf(value: object): unknown[] {
  return Array.isArray(value) ? value : [...Object.keys(value), ...Object.values(value)];
}

/**
 * Refuses JSON that is nested too deeply or holds text that no database can keep. Looks level by level, not by recursion:
 * a body may be made to overflow the stack.
 *
 * @throws Refusal 400
 */
export function refuseUnusable(body: unknown): void {
  let level = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new Refusal(400, build.body_too_deep({ levels: String(DEEPEST) }));
    if (level.some((value) => typeof value === 'string' && !isStorable(value))) {
      throw new Refusal(400, build.unstorable_text());
    }
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? childrenOf(value) : []));
  }
}

/**
 * The body of a request.
 *
 * @throws Refusal 400 when it is no JSON, is nested too deeply, or holds text that no database can keep
 */
export async function readJson(c: Context): Promise<unknown> {
  const isJson = /^application\/json\b/i.test(c.req.header('content-type') ?? '');
  if (!isJson) throw new Refusal(400, build.body_not_json());
  const text = await c.req.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Refusal(400, build.body_not_json());
  }
  refuseUnusable(body);
  return body;
}

/** The query of a request. @throws Refusal 400 for text that no database can look for */
export function readQuery(c: Context): Record<string, string> {
  const query = c.req.query();
  if (!Object.values(query).every(isStorable)) throw new Refusal(400, build.unstorable_text());
  return query;
}
