import { Button, Code, Group, Paper, Stack, Text } from '@mantine/core';
import { IconDownload, IconFileText } from '@tabler/icons-react';
import type { Run } from '#schemas/api/runs.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Money } from '#ui/components/money.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useStepTitle } from './steps-panel.tsx';
import { fileTexts } from './texts.ts';

type RunFile = Run['files'][number];

/** The files that the run made, with the sums that must be found again in the accounting package. */
export function FilesTab({ run }: { readonly run: Run }) {
  const t = useTexts(fileTexts);
  const titleOf = useStepTitle();
  const { files } = run;
  // The server names the delivery nodes by id; people know them by title.
  const titles = new Map(run.steps.map((step) => [step.node, titleOf(step)]));
  if (files.length === 0) return <EmptyState icon={IconFileText} title={t('emptyTitle')} text={t('emptyText')} />;
  return (
    <Stack>
      {files.map((file) => (
        <FileCard key={file.id} file={file} targets={file.deliveredTo.map((node) => titles.get(node) ?? node)} />
      ))}
    </Stack>
  );
}

function FileCard({ file, targets }: { readonly file: RunFile; readonly targets: readonly string[] }) {
  const t = useTexts(fileTexts);
  const format = useFormat();
  const facts = [
    format.bytes(file.size),
    t('entries', { count: file.entryCount }),
    t('lines', { count: file.lineCount }),
    ...(file.charset ? [t('charset', { name: file.charset })] : []),
  ];
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4} style={{ minWidth: 0, flex: '1 1 320px' }}>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {file.name}
          </Text>
          <Text size="sm" c="dimmed">
            {facts.join(' · ')}
          </Text>
          <Text size="sm">
            {t('debit')} <Money amount={file.totalDebit} fw={600} /> · {t('credit')}{' '}
            <Money amount={file.totalCredit} fw={600} />
          </Text>
          <Text size="sm">
            {targets.length > 0 ? t('deliveredTo', { targets: targets.join(', ') }) : t('notDelivered')}
          </Text>
          <Text size="xs" c="dimmed">
            {t('fingerprint')} <Code style={{ overflowWrap: 'anywhere' }}>{file.sha256}</Code>
          </Text>
        </Stack>
        <Button
          component="a"
          href={`/api/files/${encodeURIComponent(file.id)}`}
          download={file.name}
          aria-label={t('download', { name: file.name })}
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('downloadFile')}
        </Button>
      </Group>
    </Paper>
  );
}
