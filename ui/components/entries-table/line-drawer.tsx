import { Anchor, Drawer, Stack, Table, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { formatAmount, sum } from '#schemas/money.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import type { EntryRow } from './entry-rows.ts';
import { LineFacts } from './line-facts.tsx';
import { entriesTexts } from './texts.ts';
import { usePartNames } from './use-part-names.ts';

interface Props {
  readonly run: string | null;
  readonly opened: (EntryRow & { kind: 'line' }) | null;
  readonly onClose: () => void;
}

/** Explains one line: the parts of the shop's document it is made of, and the rule that chose its account. */
export function LineDrawer({ run, opened, onClose }: Props) {
  const t = useTexts(entriesTexts);
  return (
    <Drawer
      opened={opened !== null}
      onClose={onClose}
      position="right"
      size="md"
      title={t('whyTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {opened && <LineExplanation run={run} row={opened} />}
    </Drawer>
  );
}

function LineExplanation({ run, row }: { run: string | null; row: EntryRow & { kind: 'line' } }) {
  const t = useTexts(entriesTexts);
  const format = useFormat();
  const { entry } = row.item;
  const line = entry.lines[row.index];
  const nameOf = usePartNames(run, entry.source);
  if (!line) return null;
  return (
    <Stack gap="lg">
      <LineFacts entry={entry} line={line} />
      <div>
        <Text fw={600}>{t('madeOf')}</Text>
        <Text size="sm" c="dimmed" mb="xs">
          {t('madeOfHelp')}
        </Text>
        <Table verticalSpacing={6}>
          <Table.Tbody>
            {line.lineage.map((part) => (
              <Table.Tr key={`${part.part}/${part.id}`}>
                <Table.Td>
                  <Text size="sm">{nameOf(part) ?? part.id}</Text>
                  <Text size="xs" c="dimmed">
                    {t(`part_${part.part}`)}
                  </Text>
                </Table.Td>
                <Table.Td className="amount">{format.money(part.amount)}</Table.Td>
              </Table.Tr>
            ))}
            <Table.Tr>
              <Table.Td fw={600}>{t('sum')}</Table.Td>
              <Table.Td fw={600} className="amount">
                {format.money(formatAmount(sum(line.lineage.map((part) => part.amount))))}
              </Table.Td>
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </div>
      {entry.source.url && (
        <Anchor href={entry.source.url} target="_blank" rel="noreferrer">
          {t('openSource', { number: entry.source.number })} <IconExternalLink size={14} />
        </Anchor>
      )}
    </Stack>
  );
}
