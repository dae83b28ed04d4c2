import type { StepLog } from '#nodes/kit/context.ts';
import { messages } from './messages.ts';

const SHOWN = 20;

/** Gathers the characters that a page wrote with others, so that the log gets one line and not one per label. */
export class ReplacedCharacters {
  #entries = 0;
  #first = '';
  readonly #characters = new Set<string>();

  add(entry: string, characters: readonly string[]): void {
    if (characters.length === 0) return;
    if (this.#entries === 0) this.#first = entry;
    this.#entries += 1;
    for (const character of characters) if (this.#characters.size < SHOWN) this.#characters.add(character);
  }

  report(log: StepLog, encoding: string): void {
    if (this.#entries === 0) return;
    const params = {
      count: String(this.#entries),
      encoding,
      characters: [...this.#characters].join(' '),
      entry: this.#first,
    };
    log.warning(messages.build.characters_replaced(params));
  }
}
