import { Paper, Stack, Switch, Text } from '@mantine/core';
import type { Automation } from '#schemas/api/automation.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { automationTexts } from './texts.ts';

/** The switch, with what it does as things stand. */
export function FlowSwitch({ automation }: { automation: Automation }) {
  const t = useTexts(automationTexts);
  const toasts = useToasts();
  const canEdit = useCanEdit();
  const change = useApiMutation('setAutomation', ['flows', 'schedules']);
  const { flow, isOn, publishedVersion } = automation;

  const turn = (wanted: boolean) =>
    change.mutate(
      { params: { id: flow.id }, body: { isOn: wanted } },
      {
        onSuccess: () => toasts.done(t(wanted ? 'switchedOn' : 'switchedOff', { name: flow.name })),
        onError: (error) => toasts.failed(t('switchFailed'), error),
      },
    );
  const meaning = isOn ? t('isOn', { version: String(publishedVersion ?? '') }) : t('isOff');
  const hint = publishedVersion === null ? t('needsVersion') : meaning;
  return (
    <Paper withBorder p="lg">
      <Stack gap={4}>
        <Switch
          size="md"
          label={<Text fw={600}>{t('switchLabel')}</Text>}
          aria-label={t('switchLabel')}
          description={hint}
          checked={isOn}
          disabled={!canEdit || change.isPending || (publishedVersion === null && !isOn)}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
      </Stack>
    </Paper>
  );
}
