import { Anchor, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '#ui/api/queries.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { salePartsSchema } from './sale-parts.ts';
import { SourceSheet } from './source-sheet.tsx';
import { sourceTexts } from './texts.ts';
import { linesByPart, type Part, type TracedLine } from './trace.ts';
import { useDocumentTitle } from './use-document-title.ts';

interface Props {
  readonly run: string;
  /** Id of the source document. */
  readonly document: string;
  /** Its key, where entries sum up several documents. */
  readonly documentKey: string | null;
  readonly highlight: Part | null;
  readonly onLine: (line: TracedLine) => void;
}

/** A source document as people read it, with the way from each of its parts to the entries. */
export function SourceView({ run, document: id, documentKey, highlight, onLine }: Props) {
  const t = useTexts(sourceTexts);
  const titleOf = useDocumentTitle();
  const query = useQuery(apiQuery('getRunDocument', { params: { id: run, document: id } }));
  if (query.isError) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <Skeleton h={280} />;
  const { document, body, entries, entryIds } = query.data;
  const parsed = salePartsSchema.safeParse(body);
  const made = entries.map((entry, index) => ({ entry, documentId: entryIds[index] ?? '' }));
  return (
    <Stack gap="sm">
      <Group gap="sm" justify="space-between">
        <Title order={3} fz="lg">
          {titleOf(document, body)}
        </Title>
        {document.url && (
          <Anchor href={document.url} target="_blank" rel="noreferrer" size="sm">
            {t('openInShop')} <IconExternalLink size={13} aria-hidden />
          </Anchor>
        )}
      </Group>
      {document.party && (
        <Text size="sm" c="dimmed">
          {document.party}
        </Text>
      )}
      {parsed.success ? (
        <SourceSheet
          sale={parsed.data}
          linesOf={linesByPart(id, documentKey, made)}
          highlight={highlight}
          onLine={onLine}
        />
      ) : (
        <Text c="dimmed">{t('unknown')}</Text>
      )}
    </Stack>
  );
}
