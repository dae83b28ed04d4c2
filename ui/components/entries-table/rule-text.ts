import type { Translate } from '#ui/i18n/use-texts.ts';
import type { entriesTexts } from './texts.ts';

const REGIMES = ['domestic', 'oss', 'registered', 'reverse-charge', 'export', 'untaxed'] as const;

function detailText(t: Translate<typeof entriesTexts>, parts: readonly string[]): string {
  const regime = REGIMES.find((name) => parts.includes(name));
  const rest = parts.slice(regime ? parts.indexOf(regime) + 1 : parts.length);
  const words = [
    regime ? t(`regime_${regime}`) : parts.join(' '),
    ...rest.map((part) => (/^\d/.test(part) ? `${part} %` : part)),
  ];
  return words.join(' ');
}

/** The name of a rule ("preset:oss:BE:21") in words; a name of another make is shown as it is. */
export function ruleText(rule: string, t: Translate<typeof entriesTexts>): string {
  const [origin = '', ...parts] = rule.split(':');
  if (rule === 'rounding') return t('role_rounding');
  if (origin === 'rule' && parts[0] === 'payment') return t('ruleOfPayment', { method: parts.slice(1).join(':') });
  if (origin === 'rule') return t('ruleOfUser', { detail: parts.join(', ') });
  if (origin === 'preset') return t('ruleOfPreset', { detail: detailText(t, parts) });
  if (origin === 'accounts') return t('ruleOfAccounts', { detail: detailText(t, parts) });
  return rule;
}
