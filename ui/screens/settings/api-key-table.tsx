import { Badge, Button, Code, Group, Stack, Table, Text } from '@mantine/core';
import type { ApiKey } from '#schemas/api/api-keys.ts';
import { ListTable } from '#ui/components/list-table.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { settingsTexts } from './texts.ts';

interface ApiKeyTableProps {
  items: readonly ApiKey[];
  onRevoke: (apiKey: ApiKey) => void;
}

export function ApiKeyTable({ items, onRevoke }: ApiKeyTableProps) {
  const t = useTexts(settingsTexts);
  return (
    <ListTable verticalSpacing="sm" horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('colName')}</Table.Th>
          <Table.Th>{t('colRole')}</Table.Th>
          <Table.Th>{t('colMade')}</Table.Th>
          <Table.Th>{t('colUsed')}</Table.Th>
          <Table.Th ta="right">{t('colActions')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((apiKey) => (
          <ApiKeyRow key={apiKey.id} apiKey={apiKey} onRevoke={onRevoke} />
        ))}
      </Table.Tbody>
    </ListTable>
  );
}

function ApiKeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: ApiKeyTableProps['onRevoke'] }) {
  const t = useTexts(settingsTexts);
  const format = useFormat();
  const { name, prefix, role, createdBy, createdAt, lastUsedAt, revokedAt } = apiKey;
  return (
    <Table.Tr>
      <Table.Td>
        <Stack gap={2}>
          <Text size="sm" fw={600} td={revokedAt === null ? 'none' : 'line-through'}>
            {name}
          </Text>
          <Code w="fit-content">{prefix}…</Code>
        </Stack>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{t(`role_${role}`)}</Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{t('by', { ago: format.ago(createdAt), name: createdBy })}</Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm" c={lastUsedAt === null ? 'dimmed' : 'var(--mantine-color-text)'}>
          {lastUsedAt === null ? t('neverUsed') : t('used', { ago: format.ago(lastUsedAt) })}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group justify="flex-end">
          {revokedAt === null ? (
            <Button
              variant="light"
              color="red"
              size="xs"
              aria-label={t('revokeOf', { name })}
              onClick={() => onRevoke(apiKey)}
            >
              {t('revoke')}
            </Button>
          ) : (
            <Badge variant="light" color="gray" tt="none" fw={550} miw="max-content">
              {t('revoked', { ago: format.ago(revokedAt) })}
            </Badge>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
