import type { z } from 'zod';
import type { Message } from '#schemas/messages.ts';
import { httpApiMessages } from './messages.ts';
import { Refusal } from './refusal.ts';

const { build } = httpApiMessages;
type Issue = z.core.$ZodIssue;

/** The place as a person would write it: "nodes.orders.config", "body" for the whole. */
function fieldOf(issue: Issue, part: string): string {
  return issue.path.length === 0 ? part : issue.path.map(String).join('.');
}

function describeType(issue: z.core.$ZodIssueInvalidType, field: string): Message {
  const isMissing = issue.message.endsWith('received undefined');
  return isMissing
    ? build.field_missing({ field }, field)
    : build.field_type({ field, expected: issue.expected }, field);
}

function describeIssue(issue: Issue, part: string): Message[] {
  const field = fieldOf(issue, part);
  switch (issue.code) {
    case 'invalid_type':
      return [describeType(issue, field)];
    case 'too_small':
      return [build.field_too_small({ field, minimum: String(issue.minimum) }, field)];
    case 'too_big':
      return [build.field_too_big({ field, maximum: String(issue.maximum) }, field)];
    case 'invalid_value':
      return [build.field_choice({ field, options: issue.values.map(String).join(', ') }, field)];
    case 'invalid_format':
      return [build.field_format({ field, format: issue.format }, field)];
    case 'unrecognized_keys':
      return issue.keys.map((key) => build.field_unknown({ field: key }, key));
    default:
      return [build.field_invalid({ field, detail: issue.message }, field)];
  }
}

/** Everything that a schema found, one message a problem; `part` names the whole. */
export function describeIssues(error: z.ZodError, part: string): Message[] {
  return error.issues.flatMap((issue) => describeIssue(issue, part));
}

/** Reads one part of a request ("body", "query", "params") by its schema, or refuses with every problem of it. */
export function readPart<Schema extends z.ZodType>(schema: Schema, value: unknown, part: string): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = describeIssues(parsed.error, part);
  throw new Refusal(400, build.bad_request({ count: String(problems.length) }), problems);
}
