import { Stack, Text } from '@mantine/core';
import type { HoldCause } from '#schemas/api/holds.ts';
import { Money } from '#ui/components/money.tsx';
import { OutcomeBadge } from '#ui/components/outcome-badges.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { holdTexts } from './texts.ts';

/** How many documents, how much money by currency, since when. */
export function CauseFigures({ cause: { count, outcome, sums, since } }: { readonly cause: HoldCause }) {
  const t = useTexts(holdTexts);
  const format = useFormat();
  return (
    <Stack gap={4} w={170} style={{ flexShrink: 0 }}>
      <Text fw={650} fz="lg" lh={1.2} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {t('documents', { count })}
      </Text>
      {sums.map(({ currency, amount }) => (
        <Text key={currency} size="sm" component="div" style={{ fontVariantNumeric: 'tabular-nums' }}>
          <Money amount={amount} currency={currency} />
        </Text>
      ))}
      <div>
        <OutcomeBadge outcome={outcome} />
      </div>
      <Text size="xs" c="dimmed" title={format.instant(since)}>
        {t('since', { ago: format.ago(since) })}
      </Text>
    </Stack>
  );
}
