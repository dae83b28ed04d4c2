import { Alert, Badge, Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { HookState } from '#schemas/api/automation.ts';
import { useCatalogue } from '#ui/api/catalogue.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { MessageText } from '#ui/components/message-text.tsx';
import { TypeIcon } from '#ui/components/type-icon.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ManualHook } from './manual-hook.tsx';
import { automationTexts } from './texts.ts';

const COLOURS = { off: 'gray', registering: 'blue', active: 'teal', failing: 'orange', removing: 'gray' } as const;

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <Stack gap={0}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm">{value}</Text>
    </Stack>
  );
}

function HookFacts({ hook }: { hook: HookState }) {
  const t = useTexts(automationTexts);
  const format = useFormat();
  const ago = (instant: string | null) => (instant === null ? t('never') : format.ago(instant));
  return (
    <SimpleGrid cols={{ base: 2, sm: 5 }} spacing="md">
      {hook.since && <Fact label={t('since')} value={format.instant(hook.since)} />}
      <Fact label={t('lastEvent')} value={ago(hook.lastEventAt)} />
      {!hook.isManual && <Fact label={t('lastCheck')} value={ago(hook.checkedAt)} />}
      {hook.isSwept && <Fact label={t('readUntil')} value={ago(hook.sweptUntil)} />}
      <Fact label={t('waiting')} value={String(hook.waiting)} />
    </SimpleGrid>
  );
}

function CheckButton({ flowId, hook, source }: { flowId: string; hook: HookState; source: string }) {
  const t = useTexts(automationTexts);
  const toasts = useToasts();
  const check = useApiMutation('checkHook', ['flows']);
  if (hook.id === null) return null;
  const params = { id: flowId, hook: hook.id };
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconRefresh size={14} aria-hidden />}
      aria-label={t('checkOf', { source })}
      loading={check.isPending}
      onClick={() =>
        check.mutate(
          { params },
          {
            onSuccess: () => toasts.done(t('checking', { source })),
            onError: (error) => toasts.failed(t('checkFailed'), error),
          },
        )
      }
    >
      {t('check')}
    </Button>
  );
}

/** One source: whether it calls us, since when, and what stands in the way. */
export function HookCard({ flowId, hook }: { flowId: string; hook: HookState }) {
  const t = useTexts(automationTexts);
  const canEdit = useCanEdit();
  const language = useLanguage();
  const type = useCatalogue().nodeTypes.find(({ id }) => id === hook.nodeType);
  const source = hook.title ?? type?.texts.title[language] ?? hook.nodeType;
  const isAlive = hook.status !== 'off' && hook.status !== 'removing';
  return (
    <Paper withBorder p="lg" role="group" aria-label={source}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start">
          <Group gap="sm">
            {type && <TypeIcon name={type.icon} />}
            <Stack gap={0}>
              <Text fw={600}>{source}</Text>
              {hook.connection && (
                <Text size="xs" c="dimmed">
                  {hook.connection}
                </Text>
              )}
            </Stack>
            <Badge variant="dot" color={COLOURS[hook.status]} tt="none" fw={550} miw="max-content">
              {t(`status_${hook.status}`)}
            </Badge>
          </Group>
          {canEdit && isAlive && !hook.isManual && <CheckButton flowId={flowId} hook={hook} source={source} />}
        </Group>
        {hook.problem && (
          <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
            <MessageText message={hook.problem} />
          </Alert>
        )}
        {isAlive && <HookFacts hook={hook} />}
        {isAlive && hook.isManual && <ManualHook flowId={flowId} hook={hook} />}
      </Stack>
    </Paper>
  );
}
