import { Button, NumberInput, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useApiMutation } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useEditor } from './editor-context.ts';
import { flowLimitsTexts } from './flow-limits-texts.ts';

/** How many runs may be under way and how long one may take: kept with the flow, saved by a button of its own. */
export function FlowLimits() {
  const t = useTexts(flowLimitsTexts);
  const toasts = useToasts();
  const { flow, draft, canEdit } = useEditor();
  const [concurrency, setConcurrency] = useState<number | string>(flow.limits.concurrency);
  const [maxMinutes, setMaxMinutes] = useState<number | string>(flow.limits.maxMinutes);
  const save = useApiMutation('setFlowLimits', []);
  const isChanged = concurrency !== flow.limits.concurrency || maxMinutes !== flow.limits.maxMinutes;
  const submit = () => {
    if (typeof concurrency !== 'number' || typeof maxMinutes !== 'number') return;
    save.mutate(
      { params: { id: flow.id }, body: { concurrency, maxMinutes } },
      {
        onSuccess: (answer) => {
          draft.adopt(answer);
          toasts.done(t('saved'));
        },
      },
    );
  };
  return (
    <Stack gap="sm">
      <div>
        <Title order={3} fz="sm">
          {t('title')}
        </Title>
        <Text size="xs" c="dimmed">
          {t('lead')}
        </Text>
      </div>
      <NumberInput
        label={t('concurrency')}
        description={t('concurrencyHelp')}
        inputWrapperOrder={['label', 'input', 'description']}
        min={1}
        max={20}
        allowDecimal={false}
        readOnly={!canEdit}
        value={concurrency}
        onChange={setConcurrency}
      />
      <NumberInput
        label={t('maxMinutes')}
        description={t('maxMinutesHelp')}
        inputWrapperOrder={['label', 'input', 'description']}
        min={1}
        max={10_080}
        allowDecimal={false}
        readOnly={!canEdit}
        value={maxMinutes}
        onChange={setMaxMinutes}
      />
      <ProblemAlert error={save.error} />
      {canEdit && isChanged && (
        <Button
          size="xs"
          variant="light"
          loading={save.isPending}
          disabled={concurrency === '' || maxMinutes === ''}
          onClick={submit}
        >
          {t('save')}
        </Button>
      )}
    </Stack>
  );
}
