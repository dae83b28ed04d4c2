import { Table, Text } from '@mantine/core';
import type { MappingSummary } from '#schemas/api/mappings.ts';
import { AnchorLink } from '#ui/components/links.tsx';
import { ListTable } from '#ui/components/list-table.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { MappingMenu } from './mapping-menu.tsx';
import { listTexts } from './texts.ts';

/** One row a set of tables: which flows use it, how big it is, who saved it last. */
export function MappingList({ mappings }: { readonly mappings: readonly MappingSummary[] }) {
  const t = useTexts(listTexts);
  return (
    <ListTable>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('name')}</Table.Th>
          <Table.Th>{t('usedBy')}</Table.Th>
          <Table.Th ta="right">{t('rules')}</Table.Th>
          <Table.Th>{t('updated')}</Table.Th>
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {mappings.map((mapping) => (
          <MappingRow key={mapping.id} mapping={mapping} />
        ))}
      </Table.Tbody>
    </ListTable>
  );
}

function MappingRow({ mapping }: { readonly mapping: MappingSummary }) {
  const t = useTexts(listTexts);
  const format = useFormat();
  const { id, name, flows, rules, updatedAt, updatedBy } = mapping;
  const ago = format.ago(updatedAt);
  return (
    <Table.Tr>
      <Table.Td>
        <AnchorLink to="/mappings/$id" params={{ id }} fw={600} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </AnchorLink>
      </Table.Td>
      <Table.Td data-label={t('usedBy')}>
        {flows.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('nobody')}
          </Text>
        )}
        {flows.map((flow) => (
          <Text key={flow.id} size="sm" component="div">
            <AnchorLink to="/flows/$id" params={{ id: flow.id }} size="sm">
              {flow.isPublished ? flow.name : t('draftOnly', { flow: flow.name })}
            </AnchorLink>
          </Text>
        ))}
      </Table.Td>
      <Table.Td data-label={t('rules')} ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {format.count(rules)}
      </Table.Td>
      <Table.Td data-label={t('updated')}>
        <Text size="sm" title={format.instant(updatedAt)}>
          {updatedBy === null ? ago : t('byPerson', { ago, name: updatedBy })}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        <MappingMenu mapping={mapping} />
      </Table.Td>
    </Table.Tr>
  );
}
