import { Liquid } from 'liquidjs';
import { SettingsError } from '#schemas/errors.ts';
import { writeDate } from './format-date.ts';
import { messages } from './messages.ts';
import { isPath, type Scope, scopeOf, type Views } from './paths.ts';

/** Filters that compute with JavaScript numbers, or whose result differs from one run to the next. */
const REFUSED = ['plus', 'minus', 'times', 'divided_by', 'modulo', 'round', 'ceil', 'floor', 'abs', 'sum', 'sample'];

function createEngine(): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: true,
    ownPropertyOnly: true,
    // An empty set of partials: {% include %} finds nothing instead of reading files of the host.
    templates: {},
    parseLimit: 1000,
    memoryLimit: 100_000,
    renderLimit: 1000,
  });
  for (const name of REFUSED) delete engine.filters[name];
  // The built-in filter knows "now" and the machine's time zone; a rendered file must come out the same every time.
  engine.registerFilter('date', (day: unknown, pattern: unknown) => writeDate(String(day), String(pattern)));
  return engine;
}
const engine = createEngine();

function refuse(template: string, reason: string): never {
  throw new SettingsError(messages.build.template_invalid({ template, reason }));
}

/**
 * Prepares a LiquidJS template of a field.
 *
 * @param scopes what the template may name; anything else is refused here and not at the first entry
 * @throws SettingsError when the template cannot be read or names an unknown field
 * @example compileTemplate('{{ entry.journal }}-{{ entry.date | date: "yyMM" }}', ['entry'])(views)
 */
export function compileTemplate(template: string, scopes: readonly Scope[]): (views: Views) => string {
  try {
    const parsed = engine.parse(template);
    const stranger = engine
      .globalFullVariablesSync(parsed)
      .find((name) => !(isPath(name) && scopes.includes(scopeOf(name))));
    if (stranger) refuse(template, `unknown field ${stranger}`);
    return (views) => String(engine.renderSync(parsed, views));
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    return refuse(template, error instanceof Error ? error.message : String(error));
  }
}
