import { Button, Group, Modal, Select, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { apiQuery, useApiMutation } from '#ui/api/queries.ts';
import { differenceBetween } from '#ui/canvas/difference.ts';
import { FlowPicture } from '#ui/canvas/flow-picture.tsx';
import type { Mark } from '#ui/canvas/view.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { DifferenceList } from './difference-list.tsx';
import { useCanvasState, useEditor } from './editor-context.ts';
import { versionTexts } from './texts.ts';

interface Props {
  readonly number: number;
  readonly onBack: () => void;
  readonly onRestored: () => void;
}

const DRAFT = 'draft';

/** One version, read only, with what another version or the draft has otherwise. */
export function VersionView({ number, onBack, onRestored }: Props) {
  const t = useTexts(versionTexts);
  const format = useFormat();
  const { flow, store, canEdit } = useEditor();
  const [other, setOther] = useState(DRAFT);
  const draft = useCanvasState(store, (state) => state.history.present.definition);
  const version = useQuery(apiQuery('getVersion', { params: { id: flow.id, number } }));
  const compared = useQuery({
    ...apiQuery('getVersion', { params: { id: flow.id, number: Number(other) } }),
    enabled: other !== DRAFT,
  });
  const definition = version.data?.definition;
  const against = other === DRAFT ? draft : compared.data?.definition;
  const difference = useMemo(
    () => (definition && against ? differenceBetween(definition, against) : null),
    [definition, against],
  );
  const overlay = useMemo(() => {
    const marks = new Map<string, Mark>();
    for (const node of difference?.removed ?? []) marks.set(node, 'removed');
    for (const { node } of difference?.changed ?? []) marks.set(node, 'changed');
    return { marks };
  }, [difference]);

  if (version.isError) return <ErrorState error={version.error} onRetry={() => version.refetch()} />;
  if (!version.data || !definition) return <Skeleton h={320} />;
  const { info } = version.data;
  const choices = flow.versions.filter((item) => item.number !== number);
  return (
    <Stack>
      <Group justify="space-between">
        <Button variant="subtle" size="xs" leftSection={<IconArrowLeft size={14} aria-hidden />} onClick={onBack}>
          {t('title')}
        </Button>
        {canEdit && <RestoreButton number={number} onRestored={onRestored} />}
      </Group>
      <Text size="sm" c="dimmed">
        {info.note || t('noNote')} · {format.instant(info.publishedAt)}
      </Text>
      <FlowPicture definition={definition} overlay={overlay} height="300px" />
      <Select
        label={t('compareWith')}
        description={t('compareHelp')}
        allowDeselect={false}
        data={[
          { value: DRAFT, label: t('draft') },
          ...choices.map((item) => ({ value: String(item.number), label: t('version', { number: item.number }) })),
        ]}
        value={other}
        onChange={(value) => setOther(value ?? DRAFT)}
      />
      {difference && against && <DifferenceList difference={difference} before={definition} after={against} />}
    </Stack>
  );
}

function RestoreButton({ number, onRestored }: { readonly number: number; readonly onRestored: () => void }) {
  const t = useTexts(versionTexts);
  const toasts = useToasts();
  const { flow, draft } = useEditor();
  const [isAsking, ask] = useDisclosure(false);
  const restore = useApiMutation('restoreVersion', []);
  async function submit() {
    if (!(await draft.save())) return;
    restore.mutate(
      { params: { id: flow.id }, body: { number, revision: draft.revision() } },
      {
        onSuccess: (answer) => {
          draft.adopt(answer, { document: true });
          toasts.done(t('restored', { number }));
          onRestored();
        },
        onError: (error) => toasts.failed(t('restoreFailed'), error),
      },
    );
  }
  return (
    <>
      <Button size="xs" onClick={ask.open}>
        {t('restore')}
      </Button>
      <Modal opened={isAsking} onClose={ask.close} title={t('restoreTitle', { number })}>
        <Stack>
          <Text size="sm">{t('restoreText')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={ask.close}>
              {t('cancel')}
            </Button>
            <Button loading={restore.isPending} onClick={() => void submit()}>
              {t('restore')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
