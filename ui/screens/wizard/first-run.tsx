import { Button, Group, Paper, Text } from '@mantine/core';
import { IconPlayerPlay, IconSitemap } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { Period } from '#schemas/period.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { AnchorLink } from '#ui/components/links.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import classes from './first-run.module.css';
import { wizardTexts } from './texts.ts';

interface FirstRunProps {
  flowId: string;
  period: Period | null;
  onDone: () => void;
}

/** The end of the wizard: the first real run, or the canvas. Stays in sight while one looks through the entries. */
export function FirstRun({ flowId, period, onDone }: FirstRunProps) {
  const t = useTexts(wizardTexts);
  const navigate = useNavigate();
  const toasts = useToasts();
  const start = useApiMutation('startRun', ['runs', 'flows']);
  const use = () =>
    start.mutate(
      { params: { id: flowId }, body: { mode: 'live', period } },
      {
        onSuccess: (run) => {
          onDone();
          return navigate({ to: '/runs/$id', params: { id: run.id } });
        },
        onError: (error) => toasts.failed(t('startFailed'), error),
      },
    );
  const open = async () => {
    onDone();
    await navigate({ to: '/flows/$id', params: { id: flowId } });
  };
  return (
    <Paper withBorder shadow="md" className={classes['bar']}>
      <Text size="xs" c="dimmed" className={classes['text']}>
        <span className={classes['help']}>{t('useHelp')} </span>
        {t('offHelp')}{' '}
        <AnchorLink to="/flows/$id/automation" params={{ id: flowId }} onClick={onDone} inherit>
          {t('toAutomation')}
        </AnchorLink>
      </Text>
      <Group gap="sm" className={classes['actions']}>
        <Button variant="default" leftSection={<IconSitemap size={16} aria-hidden />} onClick={open}>
          {t('canvas')}
        </Button>
        <Button leftSection={<IconPlayerPlay size={16} aria-hidden />} loading={start.isPending} onClick={use}>
          {t('use')}
        </Button>
      </Group>
    </Paper>
  );
}
