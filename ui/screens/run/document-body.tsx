import { Spoiler, Stack, Text } from '@mantine/core';
import { salePartsSchema } from '#ui/components/source-document/sale-parts.ts';
import type { Tracing } from '#ui/components/source-document/source-row.tsx';
import { SourceSheet } from '#ui/components/source-document/source-sheet.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { documentTexts } from './texts.ts';

interface Props extends Tracing {
  readonly body: unknown;
}

/** A sale as an invoice shows it; any other kind, and all details, as the data that is stored. */
export function DocumentBody({ body, ...tracing }: Props) {
  const t = useTexts(documentTexts);
  if (body === null || body === undefined) return <Text c="dimmed">{t('notRead')}</Text>;
  const parsed = salePartsSchema.safeParse(body);
  return (
    <Stack>
      {parsed.success && <SourceSheet sale={parsed.data} {...tracing} />}
      <Spoiler maxHeight={parsed.success ? 0 : 480} showLabel={t('rawData')} hideLabel={t('close')}>
        <pre className="run-excerpt">{JSON.stringify(body, null, 2)}</pre>
      </Spoiler>
    </Stack>
  );
}
