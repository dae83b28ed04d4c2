import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import type { Booked, BookedDocument } from '#schemas/api/books.ts';
import { MessageText } from '#ui/components/message-text.tsx';
import { Money } from '#ui/components/money.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { EntryDifference } from '#ui/screens/replays/entry-difference.tsx';
import { STATE_COLOURS } from './state-colours.ts';
import { booksTexts } from './texts.ts';

/** One document: how it stands beside the books, what is booked of it and when, and what would be otherwise. */
export function BookedCard({ document }: { readonly document: BookedDocument }) {
  const t = useTexts(booksTexts);
  const format = useFormat();
  const { state, label, number, date, party, total, currency, booked, entries, end } = document;
  // An entry that is only added says nothing that the list of entries does not say better.
  const changes = entries.filter(({ change }) => state === 'differs' || change !== 'only-after');
  return (
    <Paper component="article" withBorder p="md" aria-label={label}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Badge color={STATE_COLOURS[state]} variant="light" tt="none">
            {t(`state_${state}`)}
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
      <Stack gap={4} mt={booked.length > 0 || changes.length > 0 ? 'xs' : 0}>
        {booked.map((one) => (
          <BookedLine key={one.id} booked={one} />
        ))}
        {state === 'gone' && (
          <Text size="sm" c="red">
            {t('goneCaution')}
          </Text>
        )}
        {end?.reason && state !== 'identical' && <MessageText message={end.reason} />}
        {changes.map((entry) => (
          <EntryDifference key={entry.entry} entry={entry} label={label} />
        ))}
      </Stack>
    </Paper>
  );
}

function BookedLine({ booked }: { readonly booked: Booked }) {
  const t = useTexts(booksTexts);
  const format = useFormat();
  const { number, day, postedAt, amount, currency } = booked;
  return (
    <Text size="sm" c="dimmed">
      {t('booked', {
        number,
        day: format.shortDay(day),
        at: postedAt ? format.shortInstant(postedAt) : '–',
        amount: `${format.money(amount)} ${currency}`,
      })}
    </Text>
  );
}
