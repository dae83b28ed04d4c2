import { Alert, Anchor, List, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiProblem, detailOf } from '#ui/api/problem.ts';
import { MessageText } from '#ui/components/message-text.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useMappingEditor } from './editor-context.ts';
import { editorTexts } from './editor-texts.ts';
import { rulesOf } from './sheet/book.ts';
import type { Saving } from './use-save.ts';

const MOST_LISTED = 8;

/** Why the tables were not saved, each cell that stands in the way with a link to it. */
export function SaveProblems({ saving, onShow }: { readonly saving: Saving; readonly onShow: () => void }) {
  const t = useTexts(editorTexts);
  const { store } = useMappingEditor();
  const { error } = saving;
  if (!error) return null;
  const problems = error instanceof ApiProblem ? error.problems : [];
  /** "rules.17.set.account" names the eighteenth rule that was sent. */
  const show = (field: string) => {
    const [, at, part, name] = field.split('.');
    const rule = rulesOf(store.getState().history.book)[Number(at)];
    if (!rule) return;
    store.showTable(rule.table);
    store.selectRow(rule.id, name === undefined ? part : `${part}.${name}`);
    onShow();
  };
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('saveFailed')}
      withCloseButton
      closeButtonLabel={t('dismiss')}
      onClose={saving.forget}
      style={{ flex: 'none', maxHeight: 240, overflowY: 'auto' }}
    >
      <Stack gap="xs">
        <MessageText message={detailOf(error)} />
        {problems.length > 0 && (
          <List size="sm">
            {problems.slice(0, MOST_LISTED).map((problem) => (
              <List.Item key={`${problem.code} ${problem.field}`}>
                <Anchor component="button" type="button" size="sm" ta="start" onClick={() => show(problem.field ?? '')}>
                  <MessageText message={problem} />
                </Anchor>
              </List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Alert>
  );
}
