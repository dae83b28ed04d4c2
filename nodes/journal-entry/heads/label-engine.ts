import { filters, Liquid } from 'liquidjs';
import { HoldError } from '#schemas/errors.ts';
import type { Language } from '#schemas/localised.ts';
import { structuredOf } from '#schemas/structured-communication.ts';
import { headMessages } from './head-messages.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DATE_FILTERS = ['date', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string'] as const;

/**
 * Dates come from the document only: "now" would give another entry with every run. Null and empty stay empty, for a
 * document may lack the date.
 */
function registerDates(engine: Liquid): void {
  for (const name of DATE_FILTERS) {
    const format = filters[name];
    if (typeof format !== 'function') throw new Error(`the template engine has no filter ${name}`);
    engine.registerFilter(name, function formatDay(value: unknown, ...options: unknown[]) {
      if (value === '') return '';
      if (typeof value !== 'string' || !DAY.test(value)) throw new Error(`"${String(value)}" is not a day`);
      return format.call(this, value, ...options);
    });
  }
}

/** The Belgian structured communication of a number. A document whose number gives none is held. */
function structured(value: unknown): string {
  const number = String(value ?? '');
  const made = structuredOf(number);
  if (made !== null) return made;
  throw new HoldError(headMessages.build.structured_impossible({ number }));
}

/**
 * The engine that fills in templates. The same fields always give the same text: no templates but those given (nothing is
 * read from disk), no clock, no dice, no endless loop.
 */
export function makeLabelEngine(language: Language): Liquid {
  const engine = new Liquid({
    templates: {},
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    locale: language,
    timezoneOffset: 0,
    memoryLimit: 100_000,
    parseLimit: 10_000,
    renderLimit: 1_000,
  });
  registerDates(engine);
  engine.registerFilter('sample', () => {
    throw new Error('a text that is drawn by lot cannot be booked twice alike');
  });
  engine.registerFilter('structured', structured);
  return engine;
}
