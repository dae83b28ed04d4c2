import fc from 'fast-check';
import type { BooksFacts } from '#nodes/kit/context.ts';
import type { MapResult } from '#nodes/kit/node-type.ts';
import type { SalesDocument } from '#schemas/documents/sales-document.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import { batchArbitrary } from './arbitrary-documents.ts';
import { demand } from './check-entry.ts';
import { mapBatch } from './map-batch.ts';
import { ACCOUNT_NEEDS, compareMissing, type Need, TAX_RULES, UNTAXED_RULE } from './missing-mapping.ts';

/** Documents that were mapped, and how many of them needed what was missing. */
export interface MissingTally {
  documents: number;
  affected: number;
}

/** Nothing but what is missing may explain that a document is held. */
const SOUND = { chart: 'fr-pcg', homeCountry: 'FR', discounts: 'net', rounding: { limit: '0.30' } };
const WITH_RULES = { ...SOUND, mapping: 'm', controls: { unlistedTax: 'hold', paymentMismatch: 'ignore' } };

function booksWith(rules: readonly MappingRule[]): BooksFacts {
  return { mapping: (id) => ({ id, name: id, revision: 1, rules }), closedUntil: null };
}

interface Removal {
  readonly need: Need;
  readonly code: string;
  readonly before: (documents: readonly SalesDocument[]) => MapResult[];
  readonly after: (documents: readonly SalesDocument[]) => MapResult[];
}

function withoutRule(pick: number): Removal {
  const need = TAX_RULES[pick % TAX_RULES.length];
  if (!need) throw new Error('no rule to take away');
  const rules = TAX_RULES.map(({ rule }) => rule);
  const left = rules.filter((rule) => rule !== need.rule);
  return {
    need,
    code: 'entry.unlisted_tax',
    before: (documents) => mapBatch(documents, WITH_RULES, booksWith([...rules, UNTAXED_RULE])),
    after: (documents) => mapBatch(documents, WITH_RULES, booksWith([...left, UNTAXED_RULE])),
  };
}

function withoutAccount(pick: number): Removal {
  const need = ACCOUNT_NEEDS[pick % ACCOUNT_NEEDS.length];
  if (!need) throw new Error('no account to spoil');
  return {
    need,
    code: 'entry.account_malformed',
    before: (documents) => mapBatch(documents, SOUND),
    after: (documents) => mapBatch(documents, { ...SOUND, accounts: { [need.key]: 'NONE' } }),
  };
}

/**
 * Takes one mapping away at random, a rule of the tables or an account of the settings, and compares: exactly the
 * documents that need it are held, for that reason, and every other one is booked to the letter as before. So nothing is
 * plugged.
 *
 * @throws with the smallest batch that breaks it
 */
export function proveMissing(what: 'rule' | 'account', batches: number, seed: number): MissingTally {
  const tally: MissingTally = { documents: 0, affected: 0 };
  const property = fc.property(batchArbitrary(20), fc.nat(), ({ cases }, pick) => {
    const documents = cases.flatMap((one) => one.documents);
    const removal = what === 'rule' ? withoutRule(pick) : withoutAccount(pick);
    const [before, after] = [removal.before(documents), removal.after(documents)];
    const { affected, problems } = compareMissing(documents, removal.need, before, after, new Set([removal.code]));
    demand(problems.length === 0, 'with one mapping missing nothing is plugged', () => problems);
    tally.documents += documents.length;
    tally.affected += affected;
  });
  fc.assert(property, { seed, numRuns: batches, endOnFailure: true });
  return tally;
}
