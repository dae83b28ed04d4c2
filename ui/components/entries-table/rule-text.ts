import type { Language } from '#schemas/localised.ts';
import { fillPlaceholders, type MessageCatalogue } from '#schemas/messages.ts';
import { formatDecimals } from '#ui/i18n/format.ts';

/** Words for a rule's parts: the message of the first two or of the first one, then those of what it leaves unsaid. */
function sayParts(parts: readonly string[], texts: MessageCatalogue, language: Language): string | null {
  for (const length of [2, 1]) {
    const text = texts[`rule.${parts.slice(0, length).join('_')}`]?.text[language];
    if (parts.length < length || text === undefined) continue;
    const tail = parts.slice(length);
    const [first = '', second = ''] = tail;
    const rest = tail.length === 0 ? '' : (sayParts(tail, texts, language) ?? tail.join(', '));
    const said = fillPlaceholders(text, { first, second, rest });
    return rest === '' || /\{\w+\}/.test(text) ? said : `${said}, ${rest}`;
  }
  return null;
}

/** Rules of mapping tables are named by ids, which say nothing to a reader. */
const RULE_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The name of a rule ("preset:oss:BE:21") in words. The node that chose an account by it brings them along as messages
 * "rule.preset", "rule.oss"; a rule of which nothing is known is shown as it is.
 */
export function ruleText(rule: string, texts: MessageCatalogue, language: Language): string {
  const parts = rule
    .split(':')
    .filter((part) => !RULE_ID.test(part))
    .map((part) => formatDecimals(part, language));
  return sayParts(parts, texts, language) ?? rule;
}
