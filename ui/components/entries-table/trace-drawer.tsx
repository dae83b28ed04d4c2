import { Button, Drawer, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { memo, useEffect, useState } from 'react';
import { SourceView } from '#ui/components/source-document/source-view.tsx';
import { sourceTexts } from '#ui/components/source-document/texts.ts';
import type { Part, TracedLine } from '#ui/components/source-document/trace.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { LineExplanation } from './line-explanation.tsx';
import { entriesTexts } from './texts.ts';

interface Props {
  readonly run: string;
  readonly opened: TracedLine | null;
  readonly onClose: () => void;
}

/** Explains one line: the parts of the shop's document it is made of, and the rule that chose its account. */
export const TraceDrawer = memo(function TraceDrawer({ run, opened, onClose }: Props) {
  const t = useTexts(entriesTexts);
  return (
    <Drawer
      opened={opened !== null}
      onClose={onClose}
      position="right"
      size="xl"
      title={t('whyTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {opened && <Trace key={`${opened.documentId}/${opened.index}`} run={run} start={opened} />}
    </Drawer>
  );
});

type Sight =
  | { readonly kind: 'line'; readonly line: TracedLine }
  | { readonly kind: 'source'; readonly document: string; readonly key: string | null; readonly part: Part };

/** From a line to the part that it comes from, from there to another line, and back the same way. */
export function Trace({ run, start, onLeave }: { run: string; start: TracedLine; onLeave?: () => void }) {
  const t = useTexts(sourceTexts);
  const [seen, setSeen] = useState<readonly Sight[]>([{ kind: 'line', line: start }]);
  const now = seen.at(-1);
  const goTo = (sight: Sight) => setSeen((before) => [...before, sight]);
  const back = seen.length > 1 ? () => setSeen((before) => before.slice(0, -1)) : onLeave;
  useEffect(() => {
    // Reading begins at the top of what one went to; a part that stands out is brought into sight by its row.
    if (now?.kind === 'line') document.querySelector('.mantine-Drawer-content')?.scrollTo({ top: 0 });
  }, [now]);
  return (
    <Stack gap="md">
      {back && (
        <Button
          variant="subtle"
          size="compact-sm"
          w="fit-content"
          leftSection={<IconArrowLeft size={14} aria-hidden />}
          onClick={back}
        >
          {t('back')}
        </Button>
      )}
      {now?.kind === 'line' && (
        <LineExplanation
          run={run}
          traced={now.line}
          onPart={(document, key, part) => goTo({ kind: 'source', document, key, part })}
        />
      )}
      {now?.kind === 'source' && (
        <SourceView
          run={run}
          document={now.document}
          documentKey={now.key}
          highlight={now.part}
          onLine={(line) => goTo({ kind: 'line', line })}
        />
      )}
    </Stack>
  );
}
