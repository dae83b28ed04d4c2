import { Group, Stack, Text } from '@mantine/core';
import { ENTRY_COLUMN_TITLES, type EntryColumn } from '#schemas/api/entry-columns.ts';
import type { ReviewEntry } from '#schemas/api/runs.ts';
import type { EntryLine } from '#schemas/documents/journal-entry.ts';
import type { Language } from '#schemas/localised.ts';
import { formatDecimals, formatMoney, useFormat } from '#ui/i18n/format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { entriesTexts } from './texts.ts';
import { useRuleText } from './use-rule-text.ts';

function vatText({ vat }: EntryLine, language: Language): string | null {
  return vat && [vat.code, `${formatDecimals(vat.rate, language)} %`].filter(Boolean).join(' · ');
}

function analyticsText({ analytics = [] }: EntryLine, language: Language): string {
  const parts = analytics.map(({ plan, section, amount }) => `${plan} ${section} ${formatMoney(amount, language)}`);
  return parts.join(' · ');
}

/** What the line says, as label and value pairs; only what it has. */
export function LineFacts({ entry, line }: { entry: ReviewEntry['entry']; line: EntryLine }) {
  const t = useTexts(entriesTexts);
  const format = useFormat();
  const say = useRuleText();
  const language = useLanguage();
  const title = (column: EntryColumn) => ENTRY_COLUMN_TITLES[column][language];
  const isDebit = line.debit !== '0.00';
  const facts: [string, string | null][] = [
    [t('piece'), `${entry.journal} ${entry.pieceNumber}`],
    [t('date'), format.day(entry.date)],
    [t('documentDate'), entry.documentDate === entry.date ? null : format.day(entry.documentDate)],
    [t('account'), [line.account, line.auxiliaryAccount].filter(Boolean).join(' / ')],
    [t('label'), line.label],
    [isDebit ? t('debit') : t('credit'), `${format.money(isDebit ? line.debit : line.credit)} ${entry.currency}`],
    [
      t('currencyAmount'),
      line.currencyAmount && `${format.money(line.currencyAmount.amount)} ${line.currencyAmount.currency}`,
    ],
    [title('vatCode'), vatText(line, language)],
    [title('grids'), line.vat?.grids?.join(', ') ?? null],
    [title('analytics'), analyticsText(line, language)],
    [title('paymentMode'), line.paymentMode ?? null],
    [title('matchingCode'), line.matchingCode ?? null],
    [t('dueDate'), line.dueDate && format.day(line.dueDate)],
    [t('role'), t(`role_${line.role}`)],
    [t('rule'), say(line.rule)],
  ];
  return (
    <Stack component="dl" gap={6} m={0}>
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <Group key={name} component="div" gap="md" wrap="nowrap" align="baseline">
            <Text component="dt" size="sm" c="dimmed" w="min(13rem, 42%)" style={{ flexShrink: 0 }}>
              {name}
            </Text>
            <Text component="dd" size="sm" m={0} className="entries-code">
              {value}
            </Text>
          </Group>
        ))}
    </Stack>
  );
}
