import { Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { NodeTypeInfo } from '#schemas/api/catalogue.ts';
import type { FlowProblem } from '#schemas/api/flows.ts';
import type { FlowNode } from '#schemas/flow.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { SchemaForm } from '#ui/components/schema-form/schema-form.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ConnectionPicker } from './connection-picker.tsx';
import { useEditor } from './editor-context.ts';
import { WithTemplateExamples } from './template-examples.tsx';
import { editorTexts } from './texts.ts';

interface Props {
  readonly id: string;
  readonly node: FlowNode;
  readonly type: NodeTypeInfo;
  readonly problems: readonly FlowProblem[];
}

function hasFields(schema: Readonly<Record<string, unknown>>): boolean {
  const properties = schema['properties'];
  return typeof properties === 'object' && properties !== null && Object.keys(properties).length > 0;
}

/** Settings that no target of a mapping has a place for, as its draft was last saved. */
function useIgnored(flow: string, node: string, type: NodeTypeInfo): ReadonlySet<string> {
  const { data } = useQuery({
    ...apiQuery('getIgnoredSettings', { params: { id: flow } }),
    enabled: type.kind === 'map',
    refetchOnMount: 'always',
  });
  return useMemo(() => new Set(data?.nodes[node]), [data, node]);
}

/** Title, connection and the form of the node type. Typing in one field is one step back. */
export function NodeSettings({ id, node, type, problems }: Props) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const { store, canEdit, aim, flow } = useEditor();
  const hidden = useIgnored(flow.id, id, type);
  return (
    <Stack gap="lg">
      <TextInput
        label={t('nodeTitle')}
        description={t('nodeTitleHelp')}
        inputWrapperOrder={['label', 'input', 'description']}
        placeholder={type.texts.title[language]}
        maxLength={80}
        readOnly={!canEdit}
        key={node.title ?? ''}
        defaultValue={node.title ?? ''}
        onBlur={(event) => store.run({ kind: 'entitle', node: id, title: event.currentTarget.value })}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      {type.connection && <ConnectionPicker id={id} node={node} type={type.connection} />}
      {hidden.size > 0 && (
        <Text size="sm" c="dimmed">
          {t('ignoredSettings', { count: hidden.size })}
        </Text>
      )}
      {hasFields(type.config) ? (
        <WithTemplateExamples id={id} node={node} type={type}>
          <SchemaForm
            schema={type.config}
            texts={type.texts.fields}
            value={node.config}
            problems={problems.map((problem) => problem.message)}
            readOnly={!canEdit}
            showErrors
            flow={flow.id}
            hidden={hidden}
            {...(aim.node === id && aim.setting !== undefined ? { show: aim.setting } : {})}
            onChange={(config) => store.run({ kind: 'configure', node: id, config }, `configure ${id}`)}
          />
        </WithTemplateExamples>
      ) : (
        <Text size="sm" c="dimmed">
          {t('noSettings')}
        </Text>
      )}
    </Stack>
  );
}
