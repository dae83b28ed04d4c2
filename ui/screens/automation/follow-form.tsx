import { Button, Checkbox, Group, Input, Paper, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { END_STATUSES, type EndStatus } from '#schemas/api/follows.ts';
import { apiQuery, useApiMutation } from '#ui/api/queries.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { componentTexts } from '#ui/components/texts.ts';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { startTexts } from './start-texts.ts';

const PRESETS = ['success', 'failures', 'own'] as const;
type Preset = (typeof PRESETS)[number];
const STATUSES_OF: Record<Exclude<Preset, 'own'>, readonly EndStatus[]> = {
  success: ['succeeded'],
  failures: ['partial', 'failed', 'cancelled'],
};
const EVERY = 'every';

/** Asks after which flow, and after which ends of its runs. */
export function FollowForm({ flowId, onClose }: { flowId: string; onClose: () => void }) {
  const t = useTexts(startTexts);
  const toasts = useToasts();
  const flows = useQuery(apiQuery('listFlows', {}));
  const others = (flows.data?.items ?? []).filter(({ id }) => id !== flowId);
  const [after, setAfter] = useState(EVERY);
  const [preset, setPreset] = useState<Preset>('failures');
  const [own, setOwn] = useState<readonly EndStatus[]>([]);
  const save = useApiMutation('saveFollow', ['flows']);
  const statuses = preset === 'own' ? own : STATUSES_OF[preset];
  const name = others.find(({ id }) => id === after)?.name ?? t('every');
  const submit = () =>
    save.mutate(
      { params: { id: flowId }, body: { after: after === EVERY ? null : after, statuses: [...statuses] } },
      {
        onSuccess: () => {
          toasts.done(t('saved', { name }));
          onClose();
        },
      },
    );
  return (
    <Paper withBorder p="md" bg="var(--mantine-color-default-hover)">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <Select
            label={t('which')}
            description={t('whichHelp')}
            data={[{ value: EVERY, label: t('every') }, ...others.map(({ id, name: label }) => ({ value: id, label }))]}
            value={after}
            allowDeselect={false}
            searchable={others.length > 8}
            maw={480}
            onChange={(value) => setAfter(value ?? EVERY)}
          />
          <EndChoice preset={preset} onPreset={setPreset} own={own} onOwn={setOwn} />
          <ProblemAlert error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={statuses.length === 0}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

interface EndChoiceProps {
  preset: Preset;
  onPreset: (preset: Preset) => void;
  own: readonly EndStatus[];
  onOwn: (statuses: readonly EndStatus[]) => void;
}

/** Which ends of a run count: two ready choices, or any of the four. */
function EndChoice({ preset, onPreset, own, onOwn }: EndChoiceProps) {
  const t = useTexts(startTexts);
  const words = useTexts(componentTexts);
  return (
    <Input.Wrapper label={t('when')} labelElement="div" description={t(`${preset}Help`)}>
      <Stack gap="xs" mt={6} align="flex-start">
        <SegmentedControl
          aria-label={t('when')}
          value={preset}
          data={PRESETS.map((value) => ({ value, label: t(`preset_${value}`) }))}
          onChange={(value) => onPreset(PRESETS.find((one) => one === value) ?? 'failures')}
        />
        {preset === 'own' && (
          <Checkbox.Group
            aria-label={t('ownHelp')}
            value={[...own]}
            onChange={(values) => onOwn(END_STATUSES.filter((status) => values.includes(status)))}
          >
            <Group gap="md">
              {END_STATUSES.map((status) => (
                <Checkbox key={status} value={status} label={words(`status_${status}`)} />
              ))}
            </Group>
          </Checkbox.Group>
        )}
        {preset === 'own' && own.length === 0 && (
          <Text size="xs" c="dimmed">
            {t('ownHelp')}
          </Text>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
