import { Alert, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { NodeTypeInfo } from '#schemas/api/catalogue.ts';
import type { LabelExamples } from '#schemas/api/label-examples.ts';
import type { FlowNode } from '#schemas/flow.ts';
import { useRenderMessage } from '#ui/api/catalogue.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { TemplateContext } from '#ui/components/schema-form/template-context.ts';
import { useEditor } from './editor-context.ts';

const TYPING_MS = 300;

interface Props {
  readonly id: string;
  readonly node: FlowNode;
  readonly type: NodeTypeInfo;
  readonly children: ReactNode;
}

function hasTemplates(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  if ('format' in schema && schema.format === 'template') return true;
  return 'properties' in schema && Object.values(schema.properties ?? {}).some(hasTemplates);
}

/** What the settings lead to, said while they are typed: it keeps nothing from being published. */
function SettingsWarnings({ warnings }: { readonly warnings: LabelExamples['warnings'] }) {
  const render = useRenderMessage();
  return warnings.map((warning) => {
    const { text, remedy } = render(warning);
    return (
      <Alert key={warning.code} color="orange" mb="sm" role="status">
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {text}
        </Text>
        <Text size="sm">{remedy}</Text>
      </Alert>
    );
  });
}

/** Gives the form of a node what its templates make of the flow's latest documents, as somebody types. */
export function WithTemplateExamples({ id, node, type, children }: Props) {
  const { flow, canEdit } = useEditor();
  const [config] = useDebouncedValue(node.config, TYPING_MS);
  const shown = useQuery({
    ...apiQuery('showLabelExamples', { params: { id: flow.id }, body: { node: id, type: node.type, config } }),
    enabled: canEdit && hasTemplates(type.config),
    placeholderData: keepPreviousData,
    // An example that is missing spoils nothing: the form works without.
    retry: false,
  });
  return (
    <TemplateContext value={shown.data ?? null}>
      <SettingsWarnings warnings={shown.data?.warnings ?? []} />
      {children}
    </TemplateContext>
  );
}
