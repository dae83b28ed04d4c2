import { Alert, Button, Group, Modal, Skeleton, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Retention, RetentionPreview } from '#schemas/api/health.ts';
import { apiQuery, useApiMutation } from '#ui/api/queries.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { retentionTexts } from './texts.ts';

interface Props {
  readonly wanted: Retention;
  readonly onClose: () => void;
}

function removesSomething({ trace, payload, dryRuns }: RetentionPreview): boolean {
  return trace.days + payload.days + dryRuns > 0;
}

/** What the wanted times would remove, and the button that does it. */
export function RetentionPreviewDialog({ wanted, onClose }: Props) {
  const t = useTexts(retentionTexts);
  const toasts = useToasts();
  const preview = useQuery({ ...apiQuery('previewRetention', { body: wanted }), gcTime: 0 });
  const save = useApiMutation('setRetention', ['system']);
  const isFinal = preview.data !== undefined && removesSomething(preview.data);
  const confirm = () =>
    save.mutate(
      { body: wanted },
      {
        onSuccess: () => {
          toasts.done(t('saved'), isFinal ? t('savedText') : undefined);
          onClose();
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={t('previewTitle')} size="lg">
      <Stack>
        {preview.isPending && <Skeleton h={120} />}
        {preview.isError && <ErrorState error={preview.error} onRetry={preview.refetch} />}
        {preview.data && (isFinal ? <Removed preview={preview.data} /> : <Text size="sm">{t('nothing')}</Text>)}
        {preview.data && preview.data.kept.length > 0 && (
          <Text size="sm">{t('stays', { count: preview.data.kept.length })}</Text>
        )}
        <ProblemAlert error={save.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            {...(isFinal ? { color: 'red' } : {})}
            disabled={!preview.data}
            loading={save.isPending}
            onClick={confirm}
          >
            {isFinal ? t('removeAndSave') : t('save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Removed({ preview }: { readonly preview: RetentionPreview }) {
  const t = useTexts(retentionTexts);
  const format = useFormat();
  const say = ({ days, bytes, from, to }: RetentionPreview['trace']) =>
    from === null || to === null
      ? t('none')
      : t('days', { count: days, from: format.shortDay(from), to: format.shortDay(to), bytes: format.bytes(bytes) });
  const rows = [
    [t('traces'), say(preview.trace)],
    [t('payloads'), say(preview.payload)],
    [t('dryRuns'), preview.dryRuns === 0 ? t('none') : format.count(preview.dryRuns)],
  ] as const;
  return (
    <>
      <Table variant="vertical" withTableBorder>
        <Table.Tbody>
          {rows.map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Th w={180}>{label}</Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
        {t('final')}
      </Alert>
    </>
  );
}
