import { Anchor, Checkbox, Group, Paper, Table, Text } from '@mantine/core';
import type { Posting } from '#schemas/api/postings.ts';
import { ListTable } from '#ui/components/list-table.tsx';
import { Money } from '#ui/components/money.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { StateBadge } from './state-badge.tsx';
import { postingTexts } from './texts.ts';
import { useKindName } from './use-kind-name.ts';
import { useTargetName } from './use-target-name.ts';

interface Props {
  readonly postings: readonly Posting[];
  /** Absent where a posting is only mentioned. */
  readonly onOpen?: (id: string) => void;
  /** Ids of the ticked ones; absent where nothing can be done with a selection. */
  readonly selection?: ReadonlySet<string> | undefined;
  readonly onSelect?: (id: string, isSelected: boolean) => void;
}

export function PostingTable({ postings, onOpen, selection, onSelect }: Props) {
  const t = useTexts(postingTexts);
  return (
    <Paper withBorder>
      <ListTable horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('colEntry')}</Table.Th>
            <Table.Th>{t('colDay')}</Table.Th>
            <Table.Th>{t('colDocument')}</Table.Th>
            <Table.Th>{t('colTarget')}</Table.Th>
            <Table.Th>{t('colState')}</Table.Th>
            <Table.Th ta="right">{t('colAmount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {postings.map((posting) => (
            <PostingRow
              key={posting.id}
              posting={posting}
              onOpen={onOpen}
              isSelected={selection?.has(posting.id)}
              onSelect={onSelect}
            />
          ))}
        </Table.Tbody>
      </ListTable>
    </Paper>
  );
}

interface RowProps {
  readonly onOpen: Props['onOpen'] | undefined;
  readonly posting: Posting;
  readonly isSelected: boolean | undefined;
  readonly onSelect: Props['onSelect'] | undefined;
}

function PostingRow({ posting, onOpen, isSelected, onSelect }: RowProps) {
  const t = useTexts(postingTexts);
  const format = useFormat();
  const kindName = useKindName();
  const targetName = useTargetName();
  const { id, number, document, first, revision } = posting;
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="sm" wrap="nowrap">
          {onSelect && (
            <Checkbox
              size="xs"
              aria-label={t('select', { number: `${kindName(posting.kind)} ${number}` })}
              disabled={posting.state !== 'posted'}
              checked={isSelected ?? false}
              onChange={(event) => onSelect(id, event.currentTarget.checked)}
            />
          )}
          <div>
            {onOpen ? (
              <Anchor component="button" type="button" size="sm" fw={550} ta="start" onClick={() => onOpen(id)}>
                {number}
              </Anchor>
            ) : (
              <Text size="sm" fw={550}>
                {number}
              </Text>
            )}
            {first && (
              <Text size="xs" c="dimmed">
                {t('correctionOf', { revision, number: first.number })}
              </Text>
            )}
          </div>
        </Group>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.shortDay(posting.day)}</Table.Td>
      <Table.Td maw={280}>
        <Text size="sm">
          {kindName(posting.kind)} {document.number ?? document.label ?? document.key}
        </Text>
        <Text size="xs" c="dimmed">
          {posting.party}
        </Text>
      </Table.Td>
      <Table.Td maw={260}>
        <Text size="sm">{targetName(posting.target)}</Text>
        <Text size="xs" c="dimmed" truncate>
          {posting.reference}
        </Text>
      </Table.Td>
      <Table.Td>
        <StateBadge state={posting.state} />
      </Table.Td>
      <Table.Td className="amount">
        <Money amount={posting.amount} currency={posting.currency} />
      </Table.Td>
    </Table.Tr>
  );
}
