import { Progress } from '@mantine/core';
import type { Step } from '#schemas/api/runs.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { colourVariable } from './colours.ts';
import { canvasTexts } from './texts.ts';

export const STEP_COLOUR: Record<Step['status'], string> = {
  waiting: 'gray',
  running: 'blue',
  done: 'teal',
  parked: 'violet',
  failed: 'red',
};

/** State and counts of a step, under its box on the picture of a run. */
export function StepFooter({ step }: { readonly step: Step }) {
  const t = useTexts(canvasTexts);
  const format = useFormat();
  const counts = [
    step.received > 0 ? t('stepIn', { count: step.received }) : null,
    step.emitted > 0 ? t('stepOut', { count: step.emitted }) : null,
  ].filter(Boolean);
  return (
    <div className="canvas-step" data-status={step.status}>
      <div className="canvas-step-words">
        <span className="canvas-step-dot" style={{ background: colourVariable(STEP_COLOUR[step.status]) }} />
        <span>{t(`step_${step.status}`)}</span>
        <span className="canvas-step-counts">{counts.join(' → ') || format.count(0)}</span>
      </div>
      <StepProgress step={step} />
    </div>
  );
}

/** How far a step is: known where the source says how many there are, else moving while it runs. */
export function StepProgress({ step }: { readonly step: Step }) {
  const t = useTexts(canvasTexts);
  const label = t(`step_${step.status}`);
  const colour = STEP_COLOUR[step.status];
  const done = Math.max(step.received, step.emitted);
  if (step.status === 'running' && step.expected !== null && step.expected > 0) {
    return <Progress size={4} color={colour} value={Math.min(100, (done / step.expected) * 100)} aria-label={label} />;
  }
  const isOver = step.status === 'done' || step.status === 'failed' || step.status === 'parked';
  return (
    <Progress
      size={4}
      color={colour}
      value={step.status === 'running' || isOver ? 100 : 0}
      striped={step.status === 'running'}
      animated={step.status === 'running'}
      aria-label={label}
    />
  );
}
