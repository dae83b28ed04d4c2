import type { Choice, Choices } from './choices.ts';
import { fold } from './filter.ts';

/** Choices that are drawn at once. */
export const MOST_SHOWN = 60;

export interface FoundChoices {
  readonly shown: readonly Choice[];
  /** How many more match. */
  readonly more: number;
}

/** How well a choice goes with what was typed: the beginning of its value, then of its name, then anywhere; null not at all. */
function fitOf({ value, name }: Choice, typed: string): number | null {
  const [foldedValue, foldedName] = [fold(value), fold(name)];
  if (foldedValue.startsWith(typed)) return 0;
  if (foldedName.startsWith(typed)) return 1;
  return foldedValue.includes(typed) || foldedName.includes(typed) ? 2 : null;
}

/** The choices that go with what was typed, the best first and else in the order of the list. */
export function findChoices({ all }: Choices, text: string): FoundChoices {
  const typed = fold(text.trim());
  const byFit: [Choice[], Choice[], Choice[]] = [[], [], []];
  for (const choice of all) {
    const how = fitOf(choice, typed);
    if (how !== null) byFit[how]?.push(choice);
  }
  const found = byFit.flat();
  return { shown: found.slice(0, MOST_SHOWN), more: Math.max(0, found.length - MOST_SHOWN) };
}
