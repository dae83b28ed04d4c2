import { Button, Group, Stack, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import type { HookState } from '#schemas/api/automation.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { CopyField } from '#ui/components/copy-field.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { automationTexts } from './texts.ts';

/** Address and secret of an inbox, for the person who enters them into the other program. */
export function ManualHook({ flowId, hook }: { flowId: string; hook: HookState }) {
  const t = useTexts(automationTexts);
  const toasts = useToasts();
  const canEdit = useCanEdit();
  const reveal = useApiMutation('revealHookSecret');
  if (hook.id === null || hook.path === null) return null;
  const params = { id: flowId, hook: hook.id };
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed" maw={720}>
        {t('manualLead')}
      </Text>
      <CopyField label={t('address')} value={hook.address ?? `${window.location.origin}${hook.path}`} />
      {reveal.data && <CopyField label={t('secret')} value={reveal.data.secret} />}
      {canEdit && !reveal.data && (
        <Group gap="sm">
          <Button
            variant="default"
            size="xs"
            leftSection={<IconEye size={14} aria-hidden />}
            loading={reveal.isPending}
            onClick={() => reveal.mutate({ params }, { onError: (error) => toasts.failed(t('secretFailed'), error) })}
          >
            {t('showSecret')}
          </Button>
          <Text size="xs" c="dimmed">
            {t('showSecretHint')}
          </Text>
        </Group>
      )}
    </Stack>
  );
}
