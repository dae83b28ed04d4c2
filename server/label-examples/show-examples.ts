import { findConfigProblems } from '#nodes/kit/config.ts';
import type { MapContext } from '#nodes/kit/context.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { LabelExamples } from '#schemas/api/label-examples.ts';
import type { Database } from '../db/database.ts';
import { findFlow, type Scope } from '../flows/flow-rows.ts';
import { isMadeUp, latestDocuments } from './latest-documents.ts';
import { lengthWarnings, targetRules } from './length-warnings.ts';

const NOTHING: LabelExamples = { fields: [], documents: [], examples: [], warnings: [] };
const ignore = () => undefined;

/** A run that does not take place: nothing is closed in it, and nothing is logged. */
function contextOf(zone: string, flowName: string, config: unknown): MapContext<unknown> {
  return {
    config,
    run: { runId: 'example', flowName, zone, period: null, dryRun: true },
    log: { debug: ignore, info: ignore, warning: ignore, error: ignore },
    startedAt: new Date(),
  };
}

/**
 * What the templates among settings make of the flow's latest documents. Nothing is shown while the settings are not
 * complete: the form says what is wrong with them.
 *
 * @param asked the node, whether it is saved yet or not, and its settings as they stand in the form
 * @throws Refusal 404
 */
export async function showExamples(
  { db, registry }: { readonly db: Database; readonly registry: Registry },
  scope: Scope,
  flowId: string,
  asked: { readonly node: string; readonly type: string; readonly config: Readonly<Record<string, unknown>> },
): Promise<LabelExamples> {
  const { draft } = await findFlow(db, scope, flowId);
  const type = registry.nodeTypes.get(asked.type);
  if (type?.kind !== 'map' || !type.examples) return NOTHING;
  const { config, problems } = findConfigProblems(type, asked.config);
  if (problems.length > 0) return NOTHING;
  const { definition } = draft;
  const context = contextOf(definition.zone, definition.name, config);
  const made = type.examples(context, await latestDocuments(db, flowId));
  const targets = targetRules(definition, registry, asked.node);
  return {
    fields: made.fields.map(({ name, title }) => ({ name, title: { ...title } })),
    documents: made.documents.map(({ about, key, number, values }) => ({
      ...{ about, number, values: { ...values } },
      isMadeUp: isMadeUp(key),
    })),
    examples: made.examples.map(({ setting, about, part, text, problem }) => ({
      ...{ setting, about, text, problem },
      warnings:
        text === null || part === null
          ? []
          : lengthWarnings(
              text,
              targets.map(({ target, rules }) => ({ target, rule: rules[part] })),
            ),
    })),
    warnings: [...(made.warnings ?? [])],
  };
}
