import type { CellKind, DifferenceCause } from '#schemas/api/controls.ts';
import type { Message } from '#schemas/messages.ts';
import { isFinished, type Outcome, type RunStatus } from '#schemas/outcome.ts';

/** How a source document stands with one way out. */
export interface Standing {
  /** How it ended in its latest run; null while it has not. */
  readonly outcome: { readonly outcome: Outcome; readonly message: Message | null } | null;
  readonly runStatus: RunStatus;
  /** Its source read it and left it out. */
  readonly isLeftOut: boolean;
  /** A person left it out of the queue of held documents. */
  readonly isDismissed: boolean;
  readonly posting: {
    readonly isPosted: boolean;
    readonly isUncertain: boolean;
    /** Claimed and not settled; with whether the run that claimed it is over. */
    readonly isIntended: boolean;
    readonly isIntendedOver: boolean;
    readonly isReset: boolean;
    readonly hasPayment: boolean;
    /** The source document is, to the last letter, what was booked; null when nobody knows. */
    readonly isSame: boolean | null;
  };
  /** Entries of payments that were made beside what was booked: left out by a person, or never sent. */
  readonly payments: 'none' | 'unticked' | 'unsent';
  readonly isSpread: boolean;
}

/** Which figure differs, and whether rounding can make that much. */
export interface Difference {
  readonly kind: CellKind;
  readonly isRounding: boolean;
}

export interface Judgement {
  readonly cause: DifferenceCause;
  readonly reason: Message | null;
}

const judged = (cause: DifferenceCause, reason: Message | null = null): Judgement => ({ cause, reason });

const UNTICKED = 'run.unticked';

function judgeUnsettled({ outcome, runStatus, posting }: Standing): Judgement {
  const message = outcome?.message ?? null;
  switch (outcome?.outcome) {
    case 'held':
    case 'failed':
      return judged(outcome.outcome, message);
    case 'skipped':
      if (message?.code === UNTICKED) return judged('unticked', message);
      return posting.isReset ? judged('reset') : judged('skipped', message);
    case 'posted':
    case 'previewed':
      return posting.isReset ? judged('reset') : judged('unexplained');
    default:
      break;
  }
  if (runStatus === 'in-review') return judged('waiting');
  return isFinished(runStatus) ? judged('unfinished') : judged('under-way');
}

function judgeBooked(standing: Standing, { kind, isRounding }: Difference): Judgement {
  const { posting, outcome } = standing;
  // What the last run says of a document that has changed is why the change is not booked.
  const stopped = outcome && outcome.outcome !== 'posted' ? outcome.message : null;
  if (posting.isSame === false) return judged('changed', stopped);
  if (kind === 'payment' && !posting.hasPayment) {
    if (standing.payments === 'none') return judged('not-booked');
    return judged(standing.payments === 'unticked' ? 'unticked' : 'unfinished');
  }
  if (standing.isSpread && (kind === 'base' || kind === 'tax')) return judged('spread');
  return judged(isRounding ? 'rounding' : 'unexplained');
}

/** Why a figure of a document differs from what is booked of it. Nothing known is a cause of its own, never hidden. */
export function judgeDifference(standing: Standing, difference: Difference): Judgement {
  const { posting, outcome } = standing;
  if (posting.isUncertain) return judged('uncertain');
  if (posting.isIntended) return judged(posting.isIntendedOver ? 'unfinished' : 'under-way');
  if (posting.isPosted) return judgeBooked(standing, difference);
  if (standing.isDismissed) return judged('dismissed', outcome?.message ?? null);
  return judgeUnsettled(standing);
}
