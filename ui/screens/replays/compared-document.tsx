import { Badge, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ComparedDocument } from '#schemas/api/replays.ts';
import type { End } from '#schemas/entry-diff.ts';
import { MessageText } from '#ui/components/message-text.tsx';
import { Money } from '#ui/components/money.tsx';
import { OutcomeBadge } from '#ui/components/outcome-badges.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { COMPARISON_COLOURS } from './comparison-colours.ts';
import { EntryDifference } from './entry-difference.tsx';
import { replayTexts } from './texts.ts';

const EXPLAINED = ['not-comparable', 'only-before', 'only-after'] as const;

/** One source document: how it came out of both runs, and what is booked otherwise. */
export function ComparedDocumentCard({ document }: { readonly document: ComparedDocument }) {
  const t = useTexts(replayTexts);
  const format = useFormat();
  const { comparison, before, after, entries, label, number, date, party, total, currency } = document;
  const explained = EXPLAINED.find((one) => one === comparison);
  return (
    <Paper component="article" withBorder p="md" aria-label={label}>
      <Group justify="space-between" gap="xs" mb={entries.length > 0 || explained ? 'xs' : 0}>
        <Group gap="xs">
          <Badge color={COMPARISON_COLOURS[comparison]} variant="light" tt="none">
            {t(`one_${comparison}`)}
          </Badge>
          <Text fw={600} title={label}>
            {number ?? label}
          </Text>
          <Text size="sm" c="dimmed">
            {[date && format.shortDay(date), party].filter(Boolean).join(' · ')}
          </Text>
        </Group>
        <Money amount={total} currency={currency} />
      </Group>
      {explained && (
        <Text size="sm" c="dimmed">
          {t(`why_${explained}`)}
        </Text>
      )}
      {comparison === 'outcome' && <Ends before={before} after={after} />}
      {entries.length > 0 && (
        <Stack gap="sm">
          {entries.map((entry) => (
            <EntryDifference key={entry.entry} entry={entry} label={label} />
          ))}
        </Stack>
      )}
    </Paper>
  );
}

function Ends({ before, after }: { readonly before: End | null; readonly after: End | null }) {
  const t = useTexts(replayTexts);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} mb="xs">
      <OneEnd label={t('pastRun')} end={before} />
      <OneEnd label={t('replayRun')} end={after} />
    </SimpleGrid>
  );
}

function OneEnd({ label, end }: { readonly label: string; readonly end: End | null }) {
  if (!end) return null;
  return (
    <div>
      <Group gap="xs">
        <Text size="xs" c="dimmed">
          {label}
        </Text>
        <OutcomeBadge outcome={end.outcome} />
      </Group>
      {end.reason && <MessageText message={end.reason} />}
    </div>
  );
}
