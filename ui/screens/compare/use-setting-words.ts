import { useNodeTypes } from '#ui/canvas/use-node-types.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { compareTexts } from './texts.ts';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The title of a setting as its form has it, and its value in the reader's words. */
export function useSettingWords(type: string | null) {
  const t = useTexts(compareTexts);
  const language = useLanguage();
  const fields = useNodeTypes().get(type ?? '')?.texts.fields[language] ?? {};

  /** "Accounts › Shipping" for "accounts.shipping"; a part that no text names keeps its own. */
  const titleOf = (path: string): string => {
    const parts = path.split('.').filter((part) => part !== '*');
    const steps = parts.map((_, index) =>
      parts
        .slice(0, index + 1)
        .join('.')
        .replace(/\[\]$/, ''),
    );
    return steps
      .map((step, index) => fields[step]?.title ?? fields[`${step}[]`]?.title ?? parts[index] ?? step)
      .join(' › ');
  };

  const show = (path: string, value: unknown): string => {
    if (value === undefined || value === null) return t('byDefault');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'string') return fields[path]?.options?.[value] ?? (value === '' ? '“”' : value);
    if (Array.isArray(value))
      return value.length === 0 ? t('emptyList') : value.map((one) => show(path, one)).join(', ');
    if (!isRecord(value)) return String(value);
    const inside = (name: string) => `${path}.${name}`;
    const lastTitle = (name: string) => fields[inside(name)]?.title ?? name;
    return Object.entries(value)
      .map(([name, one]) => `${lastTitle(name)}: ${show(inside(name), one)}`)
      .join(' · ');
  };
  return { titleOf, show };
}
