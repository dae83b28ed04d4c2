import { Alert, Paper, Stack, Text } from '@mantine/core';
import { IconEqual } from '@tabler/icons-react';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { FlowDiff } from '#schemas/flow-diff.ts';
import { useNodeTypes } from '#ui/canvas/use-node-types.ts';
import { titleOf } from '#ui/canvas/view.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ChangesTable } from './changes-table.tsx';
import { NodeDifference } from './node-difference.tsx';
import { compareTexts } from './texts.ts';

export interface Compared {
  readonly before: FlowDefinition;
  readonly after: FlowDefinition;
  readonly diff: FlowDiff;
}

const OUTLINE = ['name', 'description', 'zone', 'corrections'] as const;

/** The difference in words: the flow itself, its nodes, the lines between them, and what only moved. */
export function Difference({ before, after, diff }: Compared) {
  const t = useTexts(compareTexts);
  return (
    <Stack gap="md">
      {diff.isSame && (
        <Alert icon={<IconEqual aria-hidden />} title={t('same')} color="teal">
          {t('sameText')}
        </Alert>
      )}
      <OutlineDifference diff={diff} />
      {diff.nodes.map((change) => (
        <NodeDifference key={change.node} change={change} before={before} after={after} />
      ))}
      <EdgeDifference before={before} after={after} diff={diff} />
      {(diff.moved.length > 0 || diff.notesChanged) && (
        <Text size="sm" c="dimmed">
          {diff.moved.length > 0 && t('moved', { count: diff.moved.length })} {diff.notesChanged && t('notesChanged')}
        </Text>
      )}
    </Stack>
  );
}

function OutlineDifference({ diff }: { readonly diff: FlowDiff }) {
  const t = useTexts(compareTexts);
  if (diff.flow.length === 0 && diff.slots.length === 0) return null;
  const outline = diff.flow.map(({ path, before, after }) => {
    const known = OUTLINE.find((name) => name === path);
    const side = (value: unknown) => (value === undefined ? t('byDefault') : String(value));
    return { key: path, name: known ? t(`field_${known}`) : path, row: null, before: side(before), after: side(after) };
  });
  const slots = diff.slots.map(({ slot, before, after }) => ({
    ...{ key: `slot/${slot}`, name: t('slots'), row: slot, before, after },
  }));
  return (
    <Paper component="section" withBorder p="md" aria-label={t('wholeFlow')}>
      <Text fw={600} mb="xs">
        {t('wholeFlow')}
      </Text>
      <ChangesTable label={t('wholeFlow')} changes={[...outline, ...slots]} />
    </Paper>
  );
}

function EdgeDifference({ before, after, diff }: Compared) {
  const t = useTexts(compareTexts);
  const language = useLanguage();
  const types = useNodeTypes();
  if (diff.edges.length === 0) return null;
  return (
    <Paper component="section" withBorder p="md" aria-label={t('edges')}>
      <Text fw={600} mb="xs">
        {t('edges')}
      </Text>
      {diff.edges.map(({ from, to, change }) => {
        const side = change === 'removed' ? before : after;
        const title = (node: string) => titleOf(side, types, node, language);
        return (
          <Text key={JSON.stringify([from, to])} size="sm" c={change === 'removed' ? 'red' : 'teal'}>
            {t(`edge_${change}`, { from: title(from.node), to: title(to.node) })}
          </Text>
        );
      })}
    </Paper>
  );
}
