import { decimal } from '../money.ts';
import { type Precision, precisionOf, rank } from './precedence.ts';
import type { MappingRule } from './rule.ts';
import type { MappingAxis, MappingField, MappingTable } from './tables.ts';
import { matcher } from './wildcard.ts';

/**
 * What is known of the case that a rule is looked up for: by axis, the texts by which it goes ("bacs" and "Bank
 * transfer"; "21" and "TVA 21 %"). An axis without texts is met only by rules that say nothing about it.
 */
export type MappingFacts = Readonly<Partial<Record<MappingAxis, readonly string[]>>>;

/** What was found, and the rule that said it. */
export interface Found {
  readonly value: string;
  readonly rule: MappingRule;
}

/** A rule that holds for a case, as the question "why did this rule win?" wants it. */
export interface Candidate {
  readonly rule: MappingRule;
  /** What the rule says in the field; empty when it says nothing. */
  readonly value: string;
  readonly precision: Precision;
  /** The first that says something wins; what holds but is less specific is overruled. */
  readonly verdict: 'wins' | 'overruled' | 'silent';
}

export interface MappingLookup {
  /** What the most specific rule says that holds for the facts and says something; null when none does. */
  readonly find: <Table extends MappingTable>(
    table: Table,
    field: MappingField<Table>,
    facts: MappingFacts,
  ) => Found | null;
  /** All rules that hold, the most specific first. */
  readonly explain: <Table extends MappingTable>(
    table: Table,
    field: MappingField<Table>,
    facts: MappingFacts,
  ) => readonly Candidate[];
  /** Whether some rule of the table names the facts' value of the axis, exactly or by a pattern. */
  readonly names: (table: MappingTable, axis: MappingAxis, facts: MappingFacts) => boolean;
}

interface Compiled {
  readonly rule: MappingRule;
  readonly tests: readonly { readonly axis: MappingAxis; readonly holds: (text: string) => boolean }[];
}

/** "21.00" and "21" are one rate: rates are compared as numbers, names as texts. */
export function plainTax(text: string): string {
  return /^\d{1,3}(\.\d{1,10})?$/.test(text) ? decimal(text).toString() : text;
}

function testOf(axis: MappingAxis, wanted: string): (text: string) => boolean {
  if (axis !== 'tax') return matcher(wanted);
  const holds = matcher(plainTax(wanted.trim().replace(/\s*%$/, '').replace(',', '.')));
  return (text) => holds(plainTax(text));
}

function compile(rule: MappingRule): Compiled {
  const tests = Object.entries(rule.match).flatMap(([axis, wanted]) => {
    const text = wanted?.trim() ?? '';
    return text === '' || text === '*' ? [] : [{ axis: axis as MappingAxis, holds: testOf(axis as MappingAxis, text) }];
  });
  return { rule, tests };
}

function holdsFor({ tests }: Compiled, facts: MappingFacts): boolean {
  return tests.every(({ axis, holds }) => facts[axis]?.some(holds) ?? false);
}

/** Cases remembered a table; beyond it the memory starts anew (a shop with an endless number of coupon-like methods). */
const MOST_CASES = 10_000;

function tableLookup(table: MappingTable, rules: readonly MappingRule[]) {
  const ranked = rank(rules.filter((rule) => rule.table === table)).map(compile);
  const known = new Map<string, readonly MappingRule[]>();
  const holding = (facts: MappingFacts): readonly MappingRule[] => {
    if (ranked.length === 0) return [];
    const name = JSON.stringify(facts);
    const found = known.get(name);
    if (found) return found;
    const made = ranked.filter((one) => holdsFor(one, facts)).map(({ rule }) => rule);
    if (known.size >= MOST_CASES) known.clear();
    known.set(name, made);
    return made;
  };
  const names = (axis: MappingAxis, facts: MappingFacts): boolean =>
    ranked.some(({ tests }) => tests.some((test) => test.axis === axis && (facts[axis]?.some(test.holds) ?? false)));
  return { holding, names };
}

/**
 * Makes the rules of a mapping ready for many look-ups.
 *
 * @param rules of all tables, in the order of the screen
 * @example lookupOf(rules).find('sales', 'withVat', { country: ['BE'], tax: ['21'] })?.value // "700021"
 */
export function lookupOf(rules: readonly MappingRule[]): MappingLookup {
  const tables = new Map<MappingTable, ReturnType<typeof tableLookup>>();
  const tableOf = (table: MappingTable) => {
    const found = tables.get(table) ?? tableLookup(table, rules);
    tables.set(table, found);
    return found;
  };
  return {
    find: (table, field, facts) => {
      for (const rule of tableOf(table).holding(facts)) {
        const value = rule.set[field]?.trim();
        if (value) return { value, rule };
      }
      return null;
    },
    explain: (table, field, facts) => {
      let isDecided = false;
      return tableOf(table)
        .holding(facts)
        .map((rule) => {
          const value = rule.set[field]?.trim() ?? '';
          const verdict = value === '' ? 'silent' : isDecided ? 'overruled' : 'wins';
          if (verdict === 'wins') isDecided = true;
          return { rule, value, precision: precisionOf(rule), verdict };
        });
    },
    names: (table, axis, facts) => tableOf(table).names(axis, facts),
  };
}
