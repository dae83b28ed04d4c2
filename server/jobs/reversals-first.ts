import { sql } from 'drizzle-orm';
import type { Answer } from '#flows/deliver-document.ts';
import { runMessages } from '#flows/messages.ts';
import { anyOf } from '../search/search-terms.ts';
import type { Answered } from './delivery-answers.ts';
import type { Delivering, OwnClaim } from './delivery-wave.ts';

/** What is known of the posting that a restatement follows. */
export interface Reversal {
  /** `open` is still to be tried; `unknown` may have arrived. */
  readonly state: 'there' | 'open' | 'unknown' | 'missing';
  readonly notBefore?: Date | null;
}

/** Whether an entry books a document anew after a reversal. */
export function isRestatement(body: unknown): boolean {
  return (body as { correction?: { kind?: unknown } } | null)?.correction?.kind === 'restatement';
}

const STATES = { posted: 'there', intended: 'open', uncertain: 'unknown' } as const;

function reversalOf(answer: Answer): Reversal {
  switch (answer.kind) {
    case 'posted':
      return { state: 'there' };
    case 'later':
    case 'unsent':
      return { state: 'open', notBefore: answer.notBefore };
    case 'stop':
      return { state: 'open' };
    case 'uncertain':
      return { state: 'unknown' };
    default:
      return { state: 'missing' };
  }
}

type Row = Record<string, unknown> & {
  readonly id: string;
  readonly before: string | null;
  readonly status: keyof typeof STATES | null;
  readonly at: string | null;
};

/** The postings right before restatements, by the restatement's posting; what this wave was told counts before the table. */
export async function readReversals(
  { services }: Delivering,
  claims: readonly OwnClaim[],
  answered: readonly Answered[],
): Promise<Map<string, Reversal>> {
  const answers = new Map(answered.map(({ claim, answer }) => [claim.postingId, answer]));
  const rows = await services.db.execute<Row>(sql`
    select c.id, b.id as before, b.status, b.ask_after as at from posting c left join posting b
      on b.workspace_id = c.workspace_id and b.target = c.target and b.source_system = c.source_system
      and b.source_document = c.source_document and b.kind = c.kind and b.revision = c.revision - 1 and b.reset_id is null
    where c.id = ${anyOf(claims.map(({ postingId }) => postingId))}`);
  return new Map(
    rows.map(({ id, before, status, at }) => {
      const answer = before === null ? undefined : answers.get(before);
      if (answer) return [id, reversalOf(answer)];
      return [
        id,
        { state: status === null ? 'missing' : STATES[status], notBefore: at === null ? null : new Date(at) },
      ];
    }),
  );
}

/** How soon a restatement is looked at again whose reversal is under way, in milliseconds. */
const LOOK_AGAIN_MS = 1_000;

/**
 * What becomes of a restatement whose reversal is not in the books: sent all the same, it would book the document twice.
 * It waits with its reversal, or is given back. One that may have been sent before is not given back.
 */
export function withoutReversal(claim: OwnClaim, { state, notBefore }: Reversal, now: Date): Answer {
  const soon = new Date(now.getTime() + LOOK_AGAIN_MS);
  if (state === 'open') return { kind: 'unsent', notBefore: notBefore && notBefore > soon ? notBefore : soon };
  if (claim.again) return { kind: 'uncertain', error: null };
  return { kind: 'held', message: runMessages.build.correction_kept_back({ number: claim.number }) };
}
