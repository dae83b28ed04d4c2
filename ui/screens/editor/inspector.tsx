import { Badge, Button, Group, Stack, Tabs, Text, ThemeIcon, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { KIND_COLOUR } from '#ui/canvas/colours.ts';
import { titleOf } from '#ui/canvas/view.ts';
import { TypeIcon } from '#ui/components/type-icon.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useCanvasState, useEditor } from './editor-context.ts';
import { FlowSettings } from './flow-settings.tsx';
import { NodeHelp } from './node-help.tsx';
import { NodeSettings } from './node-settings.tsx';
import { ProblemList } from './problems-menu.tsx';
import { editorTexts } from './texts.ts';

/** What is selected: a node with its tabs, several things, or the flow itself when nothing is. */
export function Inspector() {
  const { store } = useEditor();
  const selection = useCanvasState(store, (state) => state.selection);
  const count = selection.nodes.length + selection.notes.length + selection.edges.length;
  const [only] = selection.nodes;
  if (only && selection.nodes.length === 1) return <NodeInspector key={only} node={only} />;
  return count === 0 ? <FlowSettings /> : <ManySelected count={count} />;
}

function NodeInspector({ node }: { readonly node: string }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const { store, types, flow } = useEditor();
  const definition = useCanvasState(store, (state) => state.history.present.definition);
  const found = definition.nodes[node];
  const type = found && types.get(found.type);
  const problems = flow.problems.filter((problem) => problem.node === node);
  if (!found) return null;
  return (
    <Stack gap="md">
      <Group gap="sm" wrap="nowrap">
        <ThemeIcon variant="light" color={type ? KIND_COLOUR[type.kind] : 'red'} size={36} radius="md">
          <TypeIcon name={type?.icon ?? ''} />
        </ThemeIcon>
        <div style={{ minWidth: 0 }}>
          <Title order={2} fz="md" lineClamp={1}>
            {titleOf(definition, types, node, language)}
          </Title>
          <Text size="xs" c="dimmed" lineClamp={1}>
            {type?.texts.title[language] ?? found.type}
          </Text>
        </div>
      </Group>
      {!type && <Text c="red">{t('unknownType', { type: found.type })}</Text>}
      {type && (
        <Tabs defaultValue="settings" keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="settings">{t('tabSettings')}</Tabs.Tab>
            <Tabs.Tab value="help">{t('tabHelp')}</Tabs.Tab>
            <Tabs.Tab
              value="problems"
              rightSection={
                problems.length > 0 ? (
                  <Badge size="xs" color="red" circle>
                    {problems.length}
                  </Badge>
                ) : null
              }
            >
              {t('problems')}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="settings">
            <NodeSettings id={node} node={found} type={type} problems={problems} />
          </Tabs.Panel>
          <Tabs.Panel value="help">
            <NodeHelp type={type} />
          </Tabs.Panel>
          <Tabs.Panel value="problems">
            {problems.length > 0 ? <ProblemList problems={problems} /> : <Text size="sm">{t('noProblems')}</Text>}
          </Tabs.Panel>
        </Tabs>
      )}
    </Stack>
  );
}

function ManySelected({ count }: { readonly count: number }) {
  const t = useTexts(editorTexts);
  const { store, canEdit } = useEditor();
  return (
    <Stack>
      <Text fw={600}>{t('manySelected', { count })}</Text>
      {canEdit && (
        <Button
          variant="light"
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => store.run({ kind: 'remove', ...store.getState().selection })}
        >
          {t('deleteSelected')}
        </Button>
      )}
    </Stack>
  );
}
