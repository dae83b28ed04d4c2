import { Badge, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CsvPreview } from '#schemas/api/mappings.ts';
import type { MappingRule } from '#schemas/mapping/rule.ts';
import type { MappingTable } from '#schemas/mapping/tables.ts';
import { MessageText } from '#ui/components/message-text.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { csvTexts } from './csv-texts.ts';
import { useColumnTexts } from './grid/use-column-texts.ts';
import { type Column, columnsOf, textOf } from './sheet/column.ts';

interface Props {
  readonly table: MappingTable;
  readonly changes: CsvPreview;
}

const MOST_LISTED = 30;

/** What a file adds, changes and takes away, and which of its lines cannot be read. */
export function CsvChanges({ table, changes }: Props) {
  const t = useTexts(csvTexts);
  const { title } = useColumnTexts();
  const byId = new Map(changes.rules.map((rule) => [rule.id, rule]));
  const columns = columnsOf(table);
  const nameOf = (field: string) => {
    const column = columns.find((one) => one.id === `set.${field}` || one.id === field);
    return column ? title(column) : field;
  };
  const caseOf = (rule: MappingRule | undefined) => (rule ? writeCase(rule, columns, title) || t('defaultRow') : '');
  const text = (value: string) => (value === '' ? t('nothing') : value);
  return (
    <Stack gap="sm" role="status">
      <Group gap="xs">
        <Badge color="teal" variant="light" tt="none">
          {t('added', { count: changes.added.length })}
        </Badge>
        <Badge color="blue" variant="light" tt="none">
          {t('changed', { count: changes.changed.length })}
        </Badge>
        <Badge color="orange" variant="light" tt="none">
          {t('removed', { count: changes.removed.length })}
        </Badge>
        <Badge color="gray" variant="light" tt="none">
          {t('unchanged', { count: changes.unchanged })}
        </Badge>
      </Group>
      {changes.unreadable.length > 0 && (
        <Section title={t('unreadable', { count: changes.unreadable.length })} isBad>
          {changes.unreadable.map(({ line, message }) => (
            <List.Item key={line}>
              <b>{t('line', { line })}</b> <MessageText message={message} />
            </List.Item>
          ))}
        </Section>
      )}
      {changes.changed.length > 0 && (
        <Section title={t('changed', { count: changes.changed.length })}>
          {changes.changed.map(({ rule, fields }) => (
            <List.Item key={rule}>
              <b>{caseOf(byId.get(rule))}</b>{' '}
              {fields
                .map(({ field, before, after }) =>
                  t('change', { column: nameOf(field), before: text(before), after: text(after) }),
                )
                .join(' · ')}
            </List.Item>
          ))}
        </Section>
      )}
      {changes.removed.length > 0 && (
        <Section title={t('removed', { count: changes.removed.length })}>
          {changes.removed.map((rule) => (
            <List.Item key={rule.id}>{caseOf(rule)}</List.Item>
          ))}
        </Section>
      )}
    </Stack>
  );
}

/** For what a rule holds, in a line: "Country BE · VAT rate or tax 21". */
function writeCase(rule: MappingRule, columns: readonly Column[], title: (column: Column) => string): string {
  return columns
    .flatMap((column) => {
      const text = column.kind === 'match' ? textOf(rule, column) : '';
      return text === '' ? [] : [`${title(column)} ${text}`];
    })
    .join(' · ');
}

interface SectionProps {
  readonly title: string;
  readonly isBad?: boolean;
  readonly children: readonly ReactNode[];
}

function Section({ title, isBad = false, children }: SectionProps) {
  const t = useTexts(csvTexts);
  const rest = children.length - MOST_LISTED;
  return (
    <Stack gap={4}>
      <Group gap={6}>
        {isBad && <IconAlertTriangle size={15} color="var(--mantine-color-red-text)" aria-hidden />}
        <Text size="sm" fw={600}>
          {title}
        </Text>
      </Group>
      <List size="sm" style={{ maxHeight: 220, overflowY: 'auto', overflowWrap: 'anywhere' }}>
        {children.slice(0, MOST_LISTED)}
        {rest > 0 && <List.Item>{t('andMore', { count: rest })}</List.Item>}
      </List>
    </Stack>
  );
}
