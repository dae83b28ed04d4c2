import type { Message } from '#schemas/messages.ts';

/** The command was called in a way that cannot work: exit code 2, and everything that is wrong, a line each. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly problems: readonly Message[];

  constructor(problems: readonly Message[]) {
    super(problems.map((problem) => `${problem.text}${problem.remedy ? ` ${problem.remedy}` : ''}`).join('\n'));
    this.problems = problems;
  }
}
