import type { EntryRules, TextRule } from '#nodes/kit/entry-rules.ts';
import type { HttpTargetConfig } from './config.ts';

function atMost(length: number): TextRule {
  return length === 0 ? {} : { maxLength: length };
}

/** What the receiver demands of entries, as its owner stated it. */
export function entryRulesOf({ demands, recognises }: HttpTargetConfig): EntryRules {
  const { accountShortest, accountLongest, accountDigits } = demands;
  return {
    account: {
      ...(accountShortest > 0 ? { minLength: accountShortest } : {}),
      ...atMost(accountLongest),
      ...(accountDigits ? { pattern: /^\d+$/ } : {}),
    },
    auxiliaryAccount: atMost(demands.auxiliaryLongest),
    journal: atMost(demands.journalLongest),
    pieceNumber: atMost(demands.pieceNumberLongest),
    label: atMost(demands.labelLongest),
    reference: atMost(demands.referenceLongest),
    // Its refusal of a number that it has is taken as "it is there": another document must not come with that number.
    uniquePieceNumber: recognises === 'number',
    fiscalYearEnd: demands.fiscalYearEnd,
  };
}
