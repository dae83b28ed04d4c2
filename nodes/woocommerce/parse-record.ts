import type { z } from 'zod';
import type { Message } from '#schemas/messages.ts';
import { messages } from './messages.ts';

export type Parsed<T> = { readonly record: T } | { readonly problem: Message };

type Issue = z.core.$ZodIssue;

/** The innermost issue of a value that could have had several forms. */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat()[0];
  return inner ? { ...innermost(inner), path: [...issue.path, ...innermost(inner).path] } : issue;
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    raw,
  );
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** Says of one document which value is wrong and how; never repeats a value that could be a person's. */
function problemOf(document: string, raw: unknown, first: Issue): Message {
  const issue = innermost(first);
  const field = issue.path.map(String).join('/') || '.';
  const amount = issue.code === 'custom' ? issue.params?.['amount'] : undefined;
  if (typeof amount === 'string') return messages.build.value_not_amount({ document, field, value: amount }, field);
  if (isMissing(valueAt(raw, issue.path))) return messages.build.value_missing({ document, field }, field);
  return messages.build.value_unexpected({ document, field }, field);
}

/** Checks one record of an answer; what does not fit becomes a problem of that document alone. */
export function parseRecord<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  document: string,
): Parsed<z.infer<Schema>> {
  const result = schema.safeParse(raw);
  if (result.success) return { record: result.data };
  const first = result.error.issues[0];
  if (!first) throw result.error;
  return { problem: problemOf(document, raw, first) };
}
