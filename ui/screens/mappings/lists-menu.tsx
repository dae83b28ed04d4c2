import { Badge, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { KnownList } from '#schemas/api/lists.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { MessageText } from '#ui/components/message-text.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useMappingEditor } from './editor-context.ts';
import { editorTexts } from './editor-texts.ts';
import { LIST_NAMES } from './list-names.ts';

/** What the connected systems told, when, and what could not be read; and the button that asks them again. */
export function ListsMenu({ lists }: { readonly lists: readonly KnownList[] }) {
  const t = useTexts(editorTexts);
  const toasts = useToasts();
  const { mapping, canEdit } = useMappingEditor();
  const [isOpen, drawer] = useDisclosure(false);
  const refresh = useApiMutation('refreshLists', ['lists', 'mappings']);
  const failed = lists.filter(({ problem }) => problem !== null).length;
  const ask = () =>
    refresh.mutate(
      { body: { mapping: mapping.id } },
      {
        onSuccess: ({ items }) => {
          const count = items.filter(({ problem }) => problem !== null).length;
          toasts.done(count > 0 ? t('refreshedPartly', { count }) : t('refreshed'));
        },
        onError: (error) => toasts.failed(t('refreshFailed'), error),
      },
    );
  useFirstReading(lists, canEdit, () => refresh.mutate({ body: { mapping: mapping.id } }));
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={
          failed > 0 ? (
            <IconAlertTriangle size={15} color="var(--mantine-color-orange-text)" aria-hidden />
          ) : (
            <IconRefresh size={15} aria-hidden />
          )
        }
        onClick={drawer.open}
      >
        {t('lists')}
      </Button>
      <Drawer opened={isOpen} onClose={drawer.close} title={t('listsTitle')}>
        <Stack>
          <Text size="sm" c="dimmed">
            {t(lists.length === 0 ? 'noLists' : 'listsHelp')}
          </Text>
          {canEdit && (
            <Group>
              <Button leftSection={<IconRefresh size={16} aria-hidden />} loading={refresh.isPending} onClick={ask}>
                {t('refresh')}
              </Button>
            </Group>
          )}
          {lists.map((list) => (
            <OneList key={`${list.connection.id} ${list.list}`} list={list} />
          ))}
        </Stack>
      </Drawer>
    </>
  );
}

/** Lists that nobody has read yet are read when the tables are opened, once: a person fills cells from them. */
function useFirstReading(lists: readonly KnownList[], canEdit: boolean, read: () => void): void {
  const hasAsked = useRef(false);
  const isNew = lists.some(({ readAt, problem }) => readAt === null && problem === null);
  useEffect(() => {
    if (!isNew || !canEdit || hasAsked.current) return;
    hasAsked.current = true;
    read();
  });
}

function OneList({ list: { list, connection, readAt, problem, values } }: { readonly list: KnownList }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const format = useFormat();
  const gone = values.filter(({ vanishedAt }) => vanishedAt !== null).length;
  return (
    <Stack gap={2}>
      <Group gap="xs">
        <Text size="sm" fw={550}>
          {LIST_NAMES[list][language]}
        </Text>
        <Text size="sm" c="dimmed">
          {connection.name}
        </Text>
        {gone > 0 && (
          <Badge size="sm" color="orange" variant="light" tt="none">
            {t('gone', { count: gone })}
          </Badge>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {t('values', { count: values.length - gone })} ·{' '}
        {readAt === null ? t('neverRead') : t('readAgo', { ago: format.ago(readAt) })}
      </Text>
      {problem && (
        <Text size="xs" c="orange" component="div">
          <MessageText message={problem} />
        </Text>
      )}
    </Stack>
  );
}
