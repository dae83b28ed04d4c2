import { Table, Text, UnstyledButton } from '@mantine/core';
import type { RunDocument } from '#schemas/api/runs.ts';
import { useRenderMessage } from '#ui/api/catalogue.ts';
import { ListTable } from '#ui/components/list-table.tsx';
import { Money } from '#ui/components/money.tsx';
import { OutcomeBadge } from '#ui/components/outcome-badges.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { documentTexts } from './texts.ts';

interface Props {
  readonly documents: readonly RunDocument[];
  readonly onOpen: (document: string) => void;
}

export function DocumentsTable({ documents, onOpen }: Props) {
  const t = useTexts(documentTexts);
  const format = useFormat();
  const render = useRenderMessage();
  return (
    <ListTable verticalSpacing={7} stickyHeader>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('number')}</Table.Th>
          <Table.Th>{t('date')}</Table.Th>
          <Table.Th>{t('party')}</Table.Th>
          <Table.Th ta="end">{t('total')}</Table.Th>
          <Table.Th>{t('outcome')}</Table.Th>
          <Table.Th>{t('reason')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {documents.map((document) => (
          <Table.Tr key={document.id} className="run-row" onClick={() => onOpen(document.id)}>
            <Table.Td>
              <UnstyledButton
                aria-label={t('open', { label: document.label })}
                title={document.label}
                fz="sm"
                fw={550}
                c="var(--mantine-color-anchor)"
              >
                {document.number ?? document.label}
              </UnstyledButton>
            </Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>{document.date && format.shortDay(document.date)}</Table.Td>
            <Table.Td maw={220}>
              <Text size="sm" truncate title={document.party ?? undefined}>
                {document.party}
              </Text>
            </Table.Td>
            <Table.Td ta="end">
              <Money amount={document.total} currency={document.currency} />
            </Table.Td>
            <Table.Td>
              <OutcomeBadge outcome={document.outcome} />
            </Table.Td>
            <Table.Td maw={380}>
              {document.reason && (
                <Text size="sm" lineClamp={2}>
                  {render(document.reason).text}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </ListTable>
  );
}
