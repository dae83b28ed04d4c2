import type { Trouble } from '#nodes/http-target/testing/trouble.ts';
import { randomFrom } from './random.ts';

/** Seconds that we wait for an answer, and after that until a lost call is over. */
export const TIMEOUT_SECONDS = 2;
export const SETTLE_SECONDS = 2;
const SHARE = 0.2;
/** No document is disturbed more often: after its last try it would rightly be given up. */
const MOST_TIMES = 3;

/** Everything that can become of an answer. What comes late is booked after our patience ends, and before it is asked for. */
const TROUBLES: readonly Trouble[] = [
  { kind: 'drop-answer' },
  { kind: 'late', afterMs: 1000 * TIMEOUT_SECONDS + 600 },
  { kind: 'double-answer' },
  { kind: 'error', status: 500 },
  { kind: 'error-after', status: 500 },
  { kind: 'close' },
  { kind: 'cut-answer' },
];

export interface AnswerPlan {
  readonly plan: (nth: number, key: string) => Trouble | null;
  readonly planOfQuestions: (nth: number, key: string) => Trouble | null;
  /** How often each kind of trouble was made. */
  readonly made: ReadonlyMap<string, number>;
  /** Documents with at least one answer disturbed. */
  readonly disturbed: ReadonlySet<string>;
  /** From now on all goes well. */
  readonly calm: () => void;
}

/** Disturbs a fifth of all answers, to posts and to questions alike, by a plan that a seed decides. */
export function planAnswers(seed: number): AnswerPlan {
  const random = randomFrom(seed);
  const made = new Map<string, number>();
  const times = new Map<string, number>();
  const disturbed = new Set<string>();
  let turn = 0;
  let isOver = false;
  const next = (_: number, key: string): Trouble | null => {
    const before = times.get(key) ?? 0;
    if (isOver || random() >= SHARE || before >= MOST_TIMES) return null;
    const trouble = TROUBLES[turn % TROUBLES.length] ?? null;
    turn += 1;
    if (trouble === null) return null;
    times.set(key, before + 1);
    disturbed.add(key);
    made.set(trouble.kind, (made.get(trouble.kind) ?? 0) + 1);
    return trouble;
  };
  const calm = () => {
    isOver = true;
  };
  return { plan: next, planOfQuestions: next, made, disturbed, calm };
}

export const KINDS_OF_TROUBLE = TROUBLES.map(({ kind }) => kind);
