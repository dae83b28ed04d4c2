import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconDownload, IconHistoryOff } from '@tabler/icons-react';
import type { DocumentSource } from '#schemas/api/runs.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { removedTexts } from './texts.ts';

/** Says that something was there and went because of its age. */
export function RemovedNote({ text }: { readonly text: string }) {
  return (
    <Alert color="gray" icon={<IconHistoryOff aria-hidden />}>
      {text}
    </Alert>
  );
}

interface Props {
  readonly run: string;
  readonly document: string;
  readonly source: DocumentSource;
}

/** In the place of a document's body: that it was removed, or the beginning of a large one and the way to the whole. */
export function SourceNote({ run, document, source }: Props) {
  const t = useTexts(removedTexts);
  const format = useFormat();
  const { state, removedAfterDays, bytes, excerpt } = source;
  if (state === 'removed') return <RemovedNote text={t('source', { days: removedAfterDays ?? 0 })} />;
  if (state !== 'cut') return null;
  return (
    <Stack gap="sm" align="flex-start">
      <Text size="sm">{t('large', { bytes: format.bytes(bytes ?? 0) })}</Text>
      <Button
        component="a"
        href={`/api/runs/${run}/documents/${document}/body`}
        download
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        {t('download')}
      </Button>
      <pre className="run-excerpt">{excerpt} …</pre>
    </Stack>
  );
}
