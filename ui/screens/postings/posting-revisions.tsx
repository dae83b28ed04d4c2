import { Anchor, Table, Text, Title } from '@mantine/core';
import type { PostingDetails } from '#schemas/api/postings.ts';
import { Money } from '#ui/components/money.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { StateBadge } from './state-badge.tsx';
import { postingTexts } from './texts.ts';

interface Props {
  readonly posting: PostingDetails;
  readonly onOpen: (id: string) => void;
}

/** The first booking of a document and its corrections. */
export function PostingRevisions({ posting, onOpen }: Props) {
  const t = useTexts(postingTexts);
  const format = useFormat();
  return (
    <section aria-label={t('revisions')}>
      <Title order={3} size="h5" mb="xs">
        {t('revisions')}
      </Title>
      <Table verticalSpacing={6}>
        <Table.Tbody>
          {posting.revisions.map(({ id, number, revision, day, state, amount, currency }) => (
            <Table.Tr key={id}>
              <Table.Td>
                {id === posting.id ? (
                  <Text size="sm" fw={650}>
                    {number}
                  </Text>
                ) : (
                  <Anchor component="button" type="button" size="sm" onClick={() => onOpen(id)}>
                    {number}
                  </Anchor>
                )}
                <Text size="xs" c="dimmed">
                  {revision === 0 ? t('firstBooking') : t('correction', { revision })}
                </Text>
              </Table.Td>
              <Table.Td>{format.shortDay(day)}</Table.Td>
              <Table.Td>
                <StateBadge state={state} />
              </Table.Td>
              <Table.Td ta="end">
                <Money amount={amount} currency={currency} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
