import { Button, Grid, Group, Select, Stack, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Schedule } from '#schemas/api/schedules.ts';
import { dayIn } from '#schemas/period.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { DaysFields } from './days-fields.tsx';
import { type Draft, draftOf, missingIn, newDraft, settingsOf } from './draft.ts';
import type { FormPart } from './form-context.ts';
import { scheduleFormTexts } from './form-texts.ts';
import { HolidayFields, RunFields } from './policy-fields.tsx';
import { SchedulePreview } from './schedule-preview.tsx';
import { TimeFields } from './time-fields.tsx';
import { useSaveSchedule } from './use-save-schedule.ts';
import { readerZone } from './zone-time.ts';

interface ScheduleFormProps {
  existing: Schedule | null;
  /** The flow of a new schedule, where it is settled already. */
  flowId: string | null;
  onSaved: (schedule: Schedule) => void;
  onClose: () => void;
}

export function ScheduleForm({ existing, flowId, onSaved, onClose }: ScheduleFormProps) {
  const t = useTexts(scheduleFormTexts);
  const [draft, setDraft] = useState<Draft>(() =>
    existing ? draftOf(existing) : newDraft(flowId, dayIn(readerZone(), new Date()), readerZone()),
  );
  const [isTried, setTried] = useState(false);
  const save = useSaveSchedule(existing);
  const missing = missingIn(draft);
  const settings = settingsOf(draft);
  const isList = (field: keyof Draft) => Array.isArray(draft[field]);
  const part: FormPart = {
    ...{ draft, t },
    onChange: (change) => setDraft((before) => ({ ...before, ...change })),
    errorOf: (field) => isTried && missing.has(field) && t(isList(field) ? 'chooseOne' : 'fillIn'),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (settings && draft.flow) save.mutate({ flow: draft.flow, settings }, { onSuccess: onSaved });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <SimpleHead {...part} isFlowSettled={existing !== null || flowId !== null} />
            <Section title={t('when')}>
              <DaysFields {...part} />
              <TimeFields {...part} />
            </Section>
            <Section title={t('holidays')}>
              <HolidayFields {...part} />
            </Section>
            <Section title={t('run')}>
              <RunFields {...part} />
            </Section>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <SchedulePreview settings={settings} />
        </Grid.Col>
      </Grid>
      <Stack mt="lg">
        <ProblemAlert error={save.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="sm" component="section" aria-label={title}>
      <Title order={3} size="h5">
        {title}
      </Title>
      {children}
    </Stack>
  );
}

function SimpleHead({ draft, onChange, errorOf, t, isFlowSettled }: FormPart & { isFlowSettled: boolean }) {
  const flows = useQuery(apiQuery('listFlows', {})).data?.items ?? [];
  return (
    <Stack gap="sm">
      {!isFlowSettled && (
        <Select
          data-autofocus
          label={t('flow')}
          description={t('flowHelp')}
          error={errorOf('flow')}
          searchable
          data={flows.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.flow}
          onChange={(flow) => onChange({ flow })}
        />
      )}
      <TextInput
        label={t('name')}
        description={t('nameHelp')}
        maxLength={80}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
    </Stack>
  );
}
