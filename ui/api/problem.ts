import type { Message } from '#schemas/messages.ts';

/** A call that the server refused, or that never reached it. Carries the server's own messages. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly detail: Message;
  /** Everything that is wrong with a form or a flow. */
  readonly problems: readonly Message[];

  constructor(status: number, detail: Message, problems: readonly Message[] = []) {
    super(detail.text);
    this.status = status;
    this.detail = detail;
    this.problems = problems;
  }
}

/** What to show for anything thrown by a query or a mutation. */
export function detailOf(error: unknown): Message {
  if (error instanceof ApiProblem) return error.detail;
  const text = error instanceof Error ? error.message : String(error);
  return { code: 'ui.unexpected', params: { detail: text }, text, remedy: null, field: null };
}
