import { z } from 'zod';
import type { JournalEntry } from '#schemas/documents/journal-entry.ts';
import { type Grain, summaryKey } from './grain.ts';
import { addToSummary, closeSummary, type Summary, summarySchema } from './sum-entries.ts';

/** Sums that are still open, as JSON between two pages. */
export const openSumsSchema = z.array(summarySchema);

export interface ClosedSum {
  readonly key: string;
  readonly entry: JournalEntry;
}

/**
 * Sums entries that come by booking date. A day is closed when a later one begins, so no more than a day is held at a
 * time; payouts stay open to the end, for their payments lie days apart.
 */
export class Sums {
  readonly #grain: Exclude<Grain, 'document'>;
  readonly #open: Map<string, Summary>;

  constructor(grain: Exclude<Grain, 'document'>, open: readonly Summary[]) {
    this.#grain = grain;
    this.#open = new Map(open.map((summary) => [summary.key, summary]));
  }

  /**
   * Adds an entry.
   *
   * @param scope what sums must not cross besides (the file that the entry goes into)
   * @returns the key of its sum; null for an entry that cannot be placed yet
   */
  add(entry: JournalEntry, scope = ''): string | null {
    const place = summaryKey(entry, this.#grain);
    if (place === null) return null;
    const key = scope === '' ? place : `${scope}:${place}`;
    this.#open.set(key, addToSummary(this.#open.get(key), key, entry));
    return key;
  }

  /** The entries of the days before this one; nothing more can come to them. */
  closeBefore(date: string): ClosedSum[] {
    if (this.#grain !== 'day') return [];
    return this.#close([...this.#open.values()].filter((summary) => summary.date.localeCompare(date) < 0));
  }

  closeAll(): ClosedSum[] {
    return this.#close([...this.#open.values()]);
  }

  get open(): readonly Summary[] {
    return [...this.#open.values()];
  }

  #close(summaries: readonly Summary[]): ClosedSum[] {
    const inOrder = summaries.toSorted((a, b) => a.date.localeCompare(b.date));
    return inOrder.map((summary) => {
      this.#open.delete(summary.key);
      return { key: summary.key, entry: closeSummary(summary, this.#grain) };
    });
  }
}
