import { PasserelleError } from '#schemas/errors.ts';
import type { Message } from '#schemas/messages.ts';

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429;

/** A call that is refused, with its HTTP status and everything that is wrong. Every other error keeps its own class. */
export class Refusal extends PasserelleError {
  override readonly name = 'Refusal';
  readonly status: RefusalStatus;
  readonly problems: readonly Message[];

  constructor(status: RefusalStatus, detail: Message, problems: readonly Message[] = []) {
    super(detail);
    this.status = status;
    this.problems = problems;
  }
}

/** Takes the one row of a query, or refuses with 404: also for what belongs to another workspace. */
export function foundOr404<Row>(rows: readonly Row[], missing: Message): Row {
  const [row] = rows;
  if (row === undefined) throw new Refusal(404, missing);
  return row;
}
