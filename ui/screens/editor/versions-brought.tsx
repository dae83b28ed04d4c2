import { Alert, Button, Group, Text } from '@mantine/core';
import { IconArrowUpCircle } from '@tabler/icons-react';
import { useApiMutation } from '#ui/api/queries.ts';
import { titleOf } from '#ui/canvas/view.ts';
import { ProblemAlert } from '#ui/components/problem-alert.tsx';
import { useToasts } from '#ui/components/use-toasts.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useEditor } from './editor-context.ts';
import { versionTexts } from './versions-texts.ts';

/** Says which nodes were made for an older version of their type; any save keeps them as they are shown. */
export function BroughtNotice() {
  const t = useTexts(versionTexts);
  const language = useLanguage();
  const toasts = useToasts();
  const { flow, store, draft, types, canEdit } = useEditor();
  const save = useApiMutation('saveDraft', []);
  if (flow.brought.length === 0) return null;
  async function keep() {
    // Whatever else is under way is saved first: two saves of one revision would refuse each other.
    if (!(await draft.save())) return;
    const { definition, bindings } = store.getState().history.present;
    const body = { definition, bindings: { ...bindings }, revision: draft.revision() };
    save.mutate(
      { params: { id: flow.id }, body },
      {
        onSuccess: (answer) => {
          draft.adopt(answer);
          toasts.done(t('keptBrought'));
        },
      },
    );
  }
  return (
    <Alert color="petrol" icon={<IconArrowUpCircle aria-hidden />} title={t('broughtTitle')} radius={0} py="xs">
      <Group justify="space-between" gap="xs">
        <div>
          {flow.brought.map(({ node, from, to }) => (
            <Text key={node} size="sm">
              {t('brought', { title: titleOf(flow.draft, types, node, language), from, to })}
            </Text>
          ))}
        </div>
        {canEdit && (
          <Button size="xs" variant="light" loading={save.isPending} onClick={() => void keep()}>
            {t('keepBrought')}
          </Button>
        )}
      </Group>
      <ProblemAlert error={save.error} />
    </Alert>
  );
}
