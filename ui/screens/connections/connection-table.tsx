import { ActionIcon, Badge, Button, Group, Paper, Stack, Table, Text, ThemeIcon, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { Connection } from '#schemas/api/connections.ts';
import { useCatalogue } from '#ui/api/catalogue.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { AnchorLink } from '#ui/components/links.tsx';
import { ListTable } from '#ui/components/list-table.tsx';
import { ConnectionIcon } from '#ui/components/type-icon.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ConnectionHealth } from './connection-health.tsx';
import { ConnectionStatus } from './connection-status.tsx';
import { connectionsTexts } from './texts.ts';
import { useTestConnection } from './use-test-connection.ts';

interface RowActions {
  onEdit: (connection: Connection) => void;
  onDelete: (connection: Connection) => void;
}

export function ConnectionTable({ connections, ...actions }: RowActions & { connections: readonly Connection[] }) {
  const t = useTexts(connectionsTexts);
  return (
    <Paper withBorder>
      <ListTable verticalSpacing="md" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('colName')}</Table.Th>
            <Table.Th>{t('colStatus')}</Table.Th>
            <Table.Th>{t('colUsedBy')}</Table.Th>
            <Table.Th ta="right">{t('colActions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {connections.map((connection) => (
            <ConnectionRow key={connection.id} connection={connection} {...actions} />
          ))}
        </Table.Tbody>
      </ListTable>
    </Paper>
  );
}

function ConnectionRow({ connection, onEdit, onDelete }: RowActions & { connection: Connection }) {
  const t = useTexts(connectionsTexts);
  const { id, name, usedBy } = connection;
  const canEdit = useCanEdit();
  const test = useTestConnection(connection);
  return (
    <Table.Tr>
      <Table.Td>
        <ConnectionName connection={connection} />
      </Table.Td>
      <Table.Td maw={340}>
        <Stack gap="xs">
          <ConnectionStatus connection={connection} />
          <ConnectionHealth connection={connection} />
        </Stack>
      </Table.Td>
      <Table.Td>
        {usedBy.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('unused')}
          </Text>
        )}
        <Stack gap={2}>
          {usedBy.map((flow) => (
            <AnchorLink key={flow.id} to="/flows/$id" params={{ id: flow.id }} size="sm">
              {flow.name}
            </AnchorLink>
          ))}
        </Stack>
      </Table.Td>
      <Table.Td>
        {canEdit && (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            <Button
              variant="light"
              size="xs"
              loading={test.isPending}
              aria-label={t('testOf', { name })}
              onClick={() => test.mutate({ params: { id } })}
            >
              {t('test')}
            </Button>
            <Tooltip label={t('edit')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={30}
                aria-label={t('editOf', { name })}
                onClick={() => onEdit(connection)}
              >
                <IconPencil size={17} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t('delete')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={30}
                aria-label={t('deleteOf', { name })}
                onClick={() => onDelete(connection)}
              >
                <IconTrash size={17} />
              </ActionIcon>
            </Tooltip>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function ConnectionName({ connection }: { connection: Connection }) {
  const t = useTexts(connectionsTexts);
  const language = useLanguage();
  const { connectionTypes } = useCatalogue();
  const type = connectionTypes.find(({ id }) => id === connection.type);
  return (
    <Group gap="sm" wrap="nowrap">
      <ThemeIcon variant="light" size={36} aria-hidden>
        <ConnectionIcon type={connection.type} size={20} />
      </ThemeIcon>
      <Stack gap={2}>
        <Group gap="xs">
          <Text fw={600} size="sm">
            {connection.name}
          </Text>
          {connection.isDemo && (
            <Badge variant="light" color="yellow" size="sm" tt="none">
              {t('demo')}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {type?.texts.title[language] ?? connection.type}
        </Text>
      </Stack>
    </Group>
  );
}
