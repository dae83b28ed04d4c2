import { Checkbox, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import type { Hold } from '#schemas/api/holds.ts';
import { useRenderMessage } from '#ui/api/catalogue.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { AnchorLink } from '#ui/components/links.tsx';
import { ListTable } from '#ui/components/list-table.tsx';
import { Money } from '#ui/components/money.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { holdListTexts } from './texts.ts';

interface Props {
  readonly holds: readonly Hold[];
  /** Ids of the ticked documents. */
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onOpen: (hold: Hold) => void;
}

export function DocumentTable({ holds, selected, onSelect, onOpen }: Props) {
  const t = useTexts(holdListTexts);
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  return (
    <ListTable verticalSpacing={7}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('number')}</Table.Th>
          <Table.Th>{t('date')}</Table.Th>
          <Table.Th>{t('party')}</Table.Th>
          <Table.Th ta="end">{t('total')}</Table.Th>
          <Table.Th>{t('reason')}</Table.Th>
          <Table.Th>{t('heldBy')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {holds.map((hold) => (
          <Row
            key={hold.document}
            hold={hold}
            isSelected={selected.has(hold.document)}
            onToggle={() => toggle(hold.document)}
            onOpen={() => onOpen(hold)}
          />
        ))}
      </Table.Tbody>
    </ListTable>
  );
}

interface RowProps {
  readonly hold: Hold;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
  readonly onOpen: () => void;
}

function Row({ hold, isSelected, onToggle, onOpen }: RowProps) {
  const t = useTexts(holdListTexts);
  const format = useFormat();
  const canEdit = useCanEdit();
  const { text } = useRenderMessage()(hold.reason);
  return (
    <Table.Tr>
      <Table.Td>
        <span style={{ display: 'inline-flex', alignItems: 'center', gap: 10 }}>
          {canEdit && (
            <Checkbox
              size="xs"
              aria-label={t('select', { label: hold.label })}
              checked={isSelected}
              onChange={onToggle}
            />
          )}
          <UnstyledButton
            aria-label={t('open', { label: hold.label })}
            title={hold.label}
            fz="sm"
            fw={550}
            c="var(--mantine-color-anchor)"
            onClick={onOpen}
          >
            {hold.number ?? hold.label}
          </UnstyledButton>
        </span>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{hold.date && format.shortDay(hold.date)}</Table.Td>
      <Table.Td maw={200}>
        <Text size="sm" truncate title={hold.party ?? undefined}>
          {hold.party}
        </Text>
      </Table.Td>
      <Table.Td ta="end">
        <Money amount={hold.total} currency={hold.currency} />
      </Table.Td>
      <Table.Td maw={420}>
        <Text size="sm" lineClamp={2}>
          {text}
        </Text>
        <LeftOut hold={hold} />
      </Table.Td>
      <Table.Td>
        <HeldBy hold={hold} />
      </Table.Td>
    </Table.Tr>
  );
}

function LeftOut({ hold: { dismissed } }: { readonly hold: Hold }) {
  const t = useTexts(holdListTexts);
  const format = useFormat();
  if (!dismissed) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('leftOutBy', { name: dismissed.by ?? '', day: format.shortInstant(dismissed.at) })}: {dismissed.reason}
    </Text>
  );
}

/** The run that held it, or the one that is trying it again. */
function HeldBy({ hold: { run, version, retryRun } }: { readonly hold: Hold }) {
  const t = useTexts(holdListTexts);
  return (
    <Stack gap={0}>
      <AnchorLink to="/runs/$id" params={{ id: retryRun ?? run }} size="sm">
        {t('run')}
      </AnchorLink>
      <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {retryRun ? t('trying') : t('version', { number: version })}
      </Text>
    </Stack>
  );
}
