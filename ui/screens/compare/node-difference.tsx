import { Badge, Group, Paper, Text } from '@mantine/core';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { NodeChange, NodeFacts } from '#schemas/flow-diff.ts';
import { useNodeTypes } from '#ui/canvas/use-node-types.ts';
import { titleOf } from '#ui/canvas/view.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ChangesTable, type ShownChange } from './changes-table.tsx';
import { compareTexts } from './texts.ts';
import { useSettingWords } from './use-setting-words.ts';

const COLOUR = { added: 'teal', removed: 'red', changed: 'yellow' } as const;
const FACTS = ['type', 'version', 'title', 'connection'] as const;

interface Props {
  readonly change: NodeChange;
  readonly before: FlowDefinition;
  readonly after: FlowDefinition;
}

/** One node that is new, gone or changed; of a changed one, every value that differs. */
export function NodeDifference({ change, before, after }: Props) {
  const t = useTexts(compareTexts);
  const language = useLanguage();
  const types = useNodeTypes();
  const title = titleOf(change.change === 'removed' ? before : after, types, change.node, language);
  const changes = useNodeChanges(change);
  return (
    <Paper component="section" withBorder p="md" aria-label={title}>
      <Group gap="xs" mb={changes.length > 0 ? 'xs' : 0}>
        <Badge color={COLOUR[change.change]} variant="light" tt="none">
          {t(`change_${change.change}`)}
        </Badge>
        <Text fw={600}>{title}</Text>
        <Text size="xs" c="dimmed">
          {types.get(change.after?.type ?? change.before?.type ?? '')?.texts.title[language]}
        </Text>
      </Group>
      {changes.length > 0 && <ChangesTable label={title} changes={changes} />}
    </Paper>
  );
}

function useNodeChanges(change: NodeChange): ShownChange[] {
  const t = useTexts(compareTexts);
  const words = useSettingWords(change.after?.type ?? null);
  const { before, after } = change;
  if (!before || !after) return [];
  const fact = (facts: NodeFacts, name: (typeof FACTS)[number]) =>
    facts[name] === null ? t('none') : String(facts[name]);
  const facts = FACTS.filter((name) => before[name] !== after[name]).map((name) => ({
    key: name,
    name: t(`field_${name}`),
    row: null,
    before: fact(before, name),
    after: fact(after, name),
  }));
  const settings = change.settings.map((setting) => {
    const isRow = setting.path.endsWith('[]');
    const side = (value: unknown) => (value === undefined && isRow ? null : words.show(setting.path, value));
    return {
      key: `${setting.path}/${setting.row}`,
      name: words.titleOf(setting.path),
      row: setting.row,
      before: side(setting.before),
      after: side(setting.after),
    };
  });
  return [...facts, ...settings];
}
