import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import type { Run } from '#schemas/api/runs.ts';
import { flowDefinitionSchema } from '#schemas/flow.ts';
import { FlowPicture } from '#ui/canvas/flow-picture.tsx';
import { StepProgress } from '#ui/canvas/step-footer.tsx';
import { canvasTexts } from '#ui/canvas/texts.ts';
import { useNodeTypes } from '#ui/canvas/use-node-types.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { runTexts } from './texts.ts';

/** The flow with the state of each step: as a picture, and as a list where there is no room for one. */
export function StepsPanel({ run }: { readonly run: Run }) {
  const t = useTexts(runTexts);
  const { definition } = run;
  const parsed = useMemo(() => flowDefinitionSchema.safeParse(definition), [definition]);
  const overlay = useMemo(() => ({ steps: new Map(run.steps.map((step) => [step.node, step])) }), [run.steps]);
  return (
    <section aria-label={t('steps')}>
      {parsed.success && (
        <div className="run-picture">
          <FlowPicture definition={parsed.data} overlay={overlay} height="300px" />
        </div>
      )}
      <div className={parsed.success ? 'run-step-list' : undefined}>
        <StepList run={run} />
      </div>
    </section>
  );
}

function StepList({ run }: { readonly run: Run }) {
  const t = useTexts(runTexts);
  const states = useTexts(canvasTexts);
  const format = useFormat();
  const titleOf = useStepTitle();
  return (
    <Paper withBorder p="md">
      <Title order={2} fz="md" mb="sm">
        {t('steps')}
      </Title>
      <Stack gap="md">
        {run.steps.map((step) => (
          <div key={step.node}>
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <Text size="sm" fw={550}>
                {titleOf(step)}
              </Text>
              <Text size="xs" c="dimmed" className="run-figures" ta="end">
                {states(`step_${step.status}`)}
                {' · '}
                {step.expected === null || !isUnderWay(step)
                  ? t('stepCounts', { received: format.count(step.received), emitted: format.count(step.emitted) })
                  : t('stepExpected', { done: format.count(step.emitted), expected: format.count(step.expected) })}
              </Text>
            </Group>
            <StepProgress step={step} />
          </div>
        ))}
      </Stack>
    </Paper>
  );
}

/** What a source expects are its orders; with their refunds more can come, and at the end only what came counts. */
function isUnderWay({ status, emitted, expected }: Run['steps'][number]): boolean {
  return status === 'running' && expected !== null && emitted <= expected;
}

/** A step's own title, else that of its node type in the reader's language. */
export function useStepTitle(): (step: Run['steps'][number]) => string {
  const types = useNodeTypes();
  const language = useLanguage();
  return (step) => step.title ?? types.get(step.type)?.texts.title[language] ?? step.type;
}
