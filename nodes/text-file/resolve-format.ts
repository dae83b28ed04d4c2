import { SettingsError } from '#schemas/errors.ts';
import type { Config } from './config.ts';
import { type FormatDefinition, formatDefinitionSchema } from './definition.ts';
import { messages } from './messages.ts';
import { PRESETS } from './presets/catalogue.ts';

/**
 * Checks a format definition.
 *
 * @throws SettingsError naming the first place that is wrong
 */
export function parseDefinition(value: unknown): FormatDefinition {
  const result = formatDefinitionSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path.join('.') || 'format';
  throw new SettingsError(messages.build.custom_invalid({ path, reason: issue?.message ?? '' }, 'custom'));
}

/** The definition that a config stands for: its preset or its own, with the settings that override it. */
export function resolveFormat(config: Config): FormatDefinition {
  const format = parseDefinition(config.preset === 'custom' ? config.custom : PRESETS[config.preset]);
  return {
    ...format,
    encoding: config.encoding || format.encoding,
    onUnmappable: config.onUnmappable || format.onUnmappable,
    fileName: config.fileName || format.fileName,
  };
}
