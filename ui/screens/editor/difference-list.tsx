import { Badge, Code, Stack, Table, Text } from '@mantine/core';
import type { FlowDefinition } from '#schemas/flow.ts';
import { type Difference, type FieldChange, isSameBehaviour } from '#ui/canvas/difference.ts';
import { titleOf } from '#ui/canvas/view.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useEditor } from './editor-context.ts';
import { versionTexts } from './texts.ts';

interface Props {
  readonly difference: Difference;
  readonly before: FlowDefinition;
  readonly after: FlowDefinition;
}

function shown(value: unknown, empty: string): string {
  if (value === undefined) return empty;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The difference in words: nodes added, removed, changed field by field, and lines between nodes. */
export function DifferenceList({ difference, before, after }: Props) {
  const t = useTexts(versionTexts);
  const language = useLanguage();
  const { types } = useEditor();
  if (isSameBehaviour(difference)) return <Text c="dimmed">{t('same')}</Text>;
  const edgeTitles = (definition: FlowDefinition, id: string) => {
    const [from = '', to = ''] = id.split('>').map((end) => end.split('.')[0]);
    return { from: titleOf(definition, types, from, language), to: titleOf(definition, types, to, language) };
  };
  return (
    <Stack gap="md">
      <Named
        colour="teal"
        label={t('added')}
        names={difference.added.map((id) => titleOf(after, types, id, language))}
      />
      <Named
        colour="red"
        label={t('removed')}
        names={difference.removed.map((id) => titleOf(before, types, id, language))}
      />
      {difference.flow.length > 0 && <Fields title={after.name} type={null} fields={difference.flow} />}
      {difference.changed.map(({ node, fields }) => (
        <Fields
          key={node}
          title={titleOf(after, types, node, language)}
          type={after.nodes[node]?.type ?? null}
          fields={fields}
        />
      ))}
      {(difference.edgesAdded.length > 0 || difference.edgesRemoved.length > 0) && (
        <div>
          <Text fw={600}>{t('edges')}</Text>
          {difference.edgesAdded.map((id) => (
            <Text key={id} size="sm">
              {t('edgeAdded', edgeTitles(after, id))}
            </Text>
          ))}
          {difference.edgesRemoved.map((id) => (
            <Text key={id} size="sm">
              {t('edgeRemoved', edgeTitles(before, id))}
            </Text>
          ))}
        </div>
      )}
    </Stack>
  );
}

function Named({
  colour,
  label,
  names,
}: {
  readonly colour: string;
  readonly label: string;
  readonly names: string[];
}) {
  if (names.length === 0) return null;
  return (
    <Text size="sm" component="div">
      <Badge color={colour} variant="light" tt="none" mr="xs">
        {label}
      </Badge>
      {names.join(', ')}
    </Text>
  );
}

interface FieldsProps {
  readonly title: string;
  readonly type: string | null;
  readonly fields: readonly FieldChange[];
}

function Fields({ title, type, fields }: FieldsProps) {
  const t = useTexts(versionTexts);
  const nameOf = useFieldNames(type);
  return (
    <div>
      <Text fw={600} mb={4}>
        {title}
      </Text>
      <Table verticalSpacing={4} highlightOnHover={false}>
        <Table.Tbody>
          {fields.map(({ path, before, after }) => (
            <Table.Tr key={path}>
              <Table.Td w="34%">{nameOf(path)}</Table.Td>
              <Table.Td>
                <Code>{shown(before, t('emptyValue'))}</Code>
              </Table.Td>
              <Table.Td>→</Table.Td>
              <Table.Td>
                <Code>{shown(after, t('emptyValue'))}</Code>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

const OWN = ['title', 'name', 'description', 'zone', 'connection', 'type', 'version'] as const;

/** Names fields as the forms do; a field that no text names keeps its path. */
function useFieldNames(type: string | null): (path: string) => string {
  const t = useTexts(versionTexts);
  const language = useLanguage();
  const { types } = useEditor();
  const fields = types.get(type ?? '')?.texts.fields[language] ?? {};
  return (path) => {
    const own = OWN.find((name) => name === path);
    if (own) return t(`field_${own}`);
    const setting = path.replace(/^config\./, '');
    return fields[setting]?.title ?? setting;
  };
}
