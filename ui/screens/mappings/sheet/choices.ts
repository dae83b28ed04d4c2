import type { KnownList } from '#schemas/api/lists.ts';
import type { Language } from '#schemas/localised.ts';
import { LIST_OF_AXIS, listOfField } from '#schemas/mapping/field-lists.ts';
import type { ListId } from '#schemas/mapping/list-ids.ts';
import type { MappingField } from '#schemas/mapping/tables.ts';
import type { Column } from './column.ts';
import { tidy } from './column.ts';

/** One value that a cell can be given: what is stored and what a person reads. */
export interface Choice {
  readonly value: string;
  readonly name: string;
  /** Connections that know it, when more than one is connected. */
  readonly where: string;
  /** No connection has it any more. */
  readonly isGone: boolean;
  /** Another name for what the list has under its rate as well. */
  readonly isAlias: boolean;
}

/** What is known for one list, over all connections. */
export interface Choices {
  readonly all: readonly Choice[];
  /** By value and by name, in small letters. */
  readonly named: ReadonlyMap<string, Choice>;
  /** Whether some connection told it; a list that nobody told says nothing about values. */
  readonly isKnown: boolean;
}

export type ChoicesByList = ReadonlyMap<ListId, Choices>;

const NONE: Choices = { all: [], named: new Map(), isKnown: false };

function merge(lists: readonly KnownList[]): Choices {
  const told = lists.filter(({ readAt }) => readAt !== null);
  const byValue = new Map<string, Choice>();
  for (const { connection, values } of told) {
    for (const { value, name, details, vanishedAt } of values) {
      const before = byValue.get(value.toLowerCase());
      const where = told.length < 2 ? '' : [before?.where, connection.name].filter(Boolean).join(', ');
      const isGone = vanishedAt !== null && before?.isGone !== false;
      const own = before ?? { value, name, isAlias: details['kind'] === 'name' };
      byValue.set(value.toLowerCase(), { value: own.value, name: own.name, isAlias: own.isAlias, where, isGone });
    }
  }
  const all = [...byValue.values()];
  const named = new Map(all.toReversed().map((choice) => [choice.name.trim().toLowerCase(), choice]));
  for (const choice of all) named.set(choice.value.toLowerCase(), choice);
  return { all, named, isKnown: told.length > 0 };
}

/** Countries by their names in the reader's language, whatever the shop calls them; its own names are still understood. */
function nameCountries({ all, named, isKnown }: Choices, language: Language): Choices {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const nameFor = (value: string) => (/^[A-Z]{2}$/.test(value) ? names.of(value) : undefined);
  const renamed = all.map((choice) => ({ ...choice, name: nameFor(choice.value) ?? choice.name }));
  const byValue = new Map(renamed.map((choice) => [choice.value, choice]));
  const keys = [...named].map(([key, choice]) => [key, byValue.get(choice.value) ?? choice] as const);
  const own = renamed.map((choice) => [choice.name.toLowerCase(), choice] as const);
  return { all: renamed, named: new Map([...own, ...keys]), isKnown };
}

/** What is known for each list, in the reader's words where the words are ours to choose. */
export function choicesByList(lists: readonly KnownList[], language: Language = 'en'): ChoicesByList {
  const grouped = Map.groupBy(lists, ({ list }) => list);
  const choices = [...grouped].map(([list, own]) => [list, merge(own)] as const);
  return new Map(choices.map(([list, own]) => [list, list === 'countries' ? nameCountries(own, language) : own]));
}

/** The list that a column is filled from; null for one that is written freely. */
export function listOf(column: Column): ListId | null {
  if (column.kind === 'note') return null;
  return column.kind === 'match' ? LIST_OF_AXIS[column.axis] : listOfField(column.field as MappingField);
}

const YES_NO: Choices = {
  all: ['yes', 'no'].map((value) => ({ value, name: value, where: '', isGone: false, isAlias: false })),
  named: new Map(),
  isKnown: true,
};

export function choicesOf(column: Column, lists: ChoicesByList): Choices {
  if (column.id === 'set.create') return YES_NO;
  const list = listOf(column);
  return (list && lists.get(list)) ?? NONE;
}

const SPOKEN: Readonly<Record<string, string>> = { oui: 'yes', ja: 'yes', non: 'no', nee: 'no' };
const COUNTRY = /^[a-z]{2}$/i;

/** How a choice is written where there is room: the value, and its name when that says more. */
export function writeChoice({ value, name }: Pick<Choice, 'value' | 'name'>): string {
  return name === '' || name.toLowerCase() === value.toLowerCase() ? value : `${value} · ${name}`;
}

/**
 * What is stored for a text that was typed or pasted: a list's own value for its name ("BE" for "Belgium"), or for both
 * together ("700000 Sales"). Any other text is kept as it is.
 */
export function settle(column: Column, text: string, lists: ChoicesByList): string {
  const tidied = tidy(text);
  const small = tidied.toLowerCase();
  if (column.id === 'set.create') return SPOKEN[small] ?? small;
  const { named } = choicesOf(column, lists);
  const found = named.get(small);
  if (found) return found.value;
  const [first = '', ...rest] = small.split(/\s*·\s*|\s+[-–—]\s+|\s+/);
  const byFirst = named.get(first);
  if (byFirst && rest.join(' ') === byFirst.name.toLowerCase().split(/\s+/).join(' ')) return byFirst.value;
  return column.id === 'match.country' && COUNTRY.test(tidied) ? tidied.toUpperCase() : tidied;
}

/** The name of a cell's value in its list; empty when the list has none or the value says it all. */
export function nameOf(column: Column, text: string, lists: ChoicesByList): string {
  const found = choicesOf(column, lists).named.get(text.toLowerCase());
  if (!found || found.value.toLowerCase() !== text.toLowerCase()) return '';
  return found.name.toLowerCase() === text.toLowerCase() ? '' : found.name;
}
