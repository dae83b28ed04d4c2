import { ActionIcon, Alert, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconTrash } from '@tabler/icons-react';
import type { Follow } from '#schemas/api/follows.ts';
import { useApiMutation } from '#ui/api/queries.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { AnchorLink } from '#ui/components/links.tsx';
import { MessageText } from '#ui/components/message-text.tsx';
import { StatusBadge } from '#ui/components/outcome-badges.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { startTexts } from './start-texts.ts';

/** One flow after which another one starts. Taking it back loses nothing that could not be set again in a moment. */
export function FollowRow({ flowId, follow }: { flowId: string; follow: Follow }) {
  const t = useTexts(startTexts);
  const canEdit = useCanEdit();
  const toasts = useToasts();
  const remove = useApiMutation('deleteFollow', ['flows']);
  const name = follow.after?.name ?? t('every');
  return (
    <Stack gap="xs" role="group" aria-label={name}>
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Group gap="sm">
          {follow.after === null ? (
            <Text size="sm" fw={600}>
              {name}
            </Text>
          ) : (
            <AnchorLink to="/flows/$id" params={{ id: follow.after.id }} size="sm" fw={600}>
              {name}
            </AnchorLink>
          )}
          {follow.statuses.map((status) => (
            <StatusBadge key={status} status={status} />
          ))}
        </Group>
        {canEdit && (
          <Tooltip label={t('remove')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removeOf', { name })}
              loading={remove.isPending}
              onClick={() =>
                remove.mutate(
                  { params: { id: flowId, follow: follow.id } },
                  {
                    onSuccess: () => toasts.done(t('removed')),
                    onError: (error) => toasts.failed(t('removeFailed'), error),
                  },
                )
              }
            >
              <IconTrash size={17} />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
      {follow.problem && <Problem problem={follow.problem} />}
    </Stack>
  );
}

function Problem({ problem }: { problem: NonNullable<Follow['problem']> }) {
  const t = useTexts(startTexts);
  const format = useFormat();
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('notStarted', { ago: format.ago(problem.at) })}
    >
      <MessageText message={problem.message} />
    </Alert>
  );
}
