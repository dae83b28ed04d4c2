import { Button, Drawer, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { FlowNode } from '#schemas/flow.ts';
import { useCatalogue } from '#ui/api/catalogue.ts';
import { ConnectionForm } from '#ui/components/connection-form/connection-form.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useCanvasState, useEditor } from './editor-context.ts';
import { editorTexts } from './texts.ts';

interface Props {
  readonly id: string;
  readonly node: FlowNode;
  /** Id of the connection type that the node needs. */
  readonly type: string;
}

/** Chooses the workspace's connection for a node, or makes one on the spot. */
export function ConnectionPicker({ id, node, type }: Props) {
  const t = useTexts(editorTexts);
  const client = useQueryClient();
  const { store, connections, canEdit } = useEditor();
  const bindings = useCanvasState(store, (state) => state.history.present.bindings);
  const connectionType = useCatalogue().connectionTypes.find((known) => known.id === type);
  const [isCreating, create] = useDisclosure(false);
  const fitting = connections.filter((connection) => connection.type === type);
  const chosen = bindings[node.connection ?? ''] ?? null;
  const bind = (connection: string | null) => store.run({ kind: 'bind', node: id, type, connection });
  return (
    <Stack gap={6}>
      <Select
        label={t('connection')}
        description={t('connectionHelp')}
        inputWrapperOrder={['label', 'input', 'description']}
        placeholder={t('chooseConnection')}
        data={fitting.map(({ id: value, name }) => ({ value, label: name }))}
        value={chosen}
        onChange={bind}
        clearable
        withAsterisk
        disabled={!canEdit || fitting.length === 0}
      />
      {fitting.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noConnectionYet')}
        </Text>
      )}
      {canEdit && connectionType && (
        <Button
          variant="light"
          size="xs"
          w="fit-content"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={create.open}
        >
          {t('createConnection')}
        </Button>
      )}
      <Drawer
        opened={isCreating}
        onClose={create.close}
        title={t('createConnection')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {connectionType && (
          <ConnectionForm
            type={connectionType}
            existing={null}
            onSaved={async (connection) => {
              await client.invalidateQueries({ queryKey: ['connections'] });
              bind(connection.id);
              create.close();
            }}
          />
        )}
      </Drawer>
    </Stack>
  );
}
