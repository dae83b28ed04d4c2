import { v4 as uuidv4 } from 'uuid';
import type { MappingPreset } from '#nodes/kit/node-type.ts';
import type { Registry } from '#nodes/kit/registry.ts';
import type { Localised } from '#schemas/localised.ts';
import { type MappingRule, mappingRuleSchema } from '#schemas/mapping/rule.ts';
import { Refusal } from '../http/refusal.ts';
import { mappingMessages } from './mapping-messages.ts';

function presetsOf(registry: Registry): readonly (readonly [string, MappingPreset])[] {
  return [...registry.nodeTypes.values()].flatMap((type) => Object.entries(type.mappingPresets ?? {}));
}

/** What new mapping tables can be filled with. */
export function listPresets(registry: Registry): { id: string; name: Localised; rules: number }[] {
  return presetsOf(registry).map(([id, { name, rules }]) => ({ id, name, rules: rules.length }));
}

/** The rules of a preset, each with an id of its own. @throws Refusal 422 */
export function rulesOfPreset(registry: Registry, id: string): readonly MappingRule[] {
  const found = presetsOf(registry).find(([known]) => known === id)?.[1];
  if (!found) throw new Refusal(422, mappingMessages.build.no_such_preset({ preset: id }, 'preset'));
  return found.rules.map((rule) => mappingRuleSchema.parse({ ...rule, id: uuidv4() }));
}
