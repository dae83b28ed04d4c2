import { Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCatalogue } from '#ui/api/catalogue.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { useTyped } from '#ui/components/use-typed.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import type { CustomerSearch } from './customer-search.ts';
import { customerTexts } from './texts.ts';

interface Props {
  readonly search: CustomerSearch;
  readonly onChange: (change: Partial<Record<keyof CustomerSearch, string | undefined>>) => void;
}

export function CustomerFilters({ search, onChange }: Props) {
  const t = useTexts(customerTexts);
  const [typed, type] = useTyped(search.search ?? '', (text) => onChange({ search: text }));
  return (
    <Group gap="sm">
      <TextInput
        flex="1 1 240px"
        maw={420}
        aria-label={t('search')}
        placeholder={t('searchHint')}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={100}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <ConnectionFilter search={search} onChange={onChange} />
    </Group>
  );
}

/** Connections whose system can be asked; not shown when there is only one to choose. */
function ConnectionFilter({ search, onChange }: Props) {
  const t = useTexts(customerTexts);
  const { nodeTypes } = useCatalogue();
  const asked = new Set(nodeTypes.flatMap(({ kind, connection }) => (kind === 'enrich' ? (connection ?? []) : [])));
  const connections = useQuery(apiQuery('listConnections', {})).data?.items ?? [];
  const choices = connections.filter(({ type }) => asked.has(type));
  if (choices.length < 2 && search.connection === undefined) return null;
  return (
    <Select
      aria-label={t('connection')}
      placeholder={t('allConnections')}
      clearable
      w={{ base: '100%', xs: 240 }}
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      value={search.connection ?? null}
      onChange={(connection) => onChange({ connection: connection ?? undefined })}
    />
  );
}
