import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '#ui/api/queries.ts';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { shellTexts } from './texts.ts';

/** Others' runs change what waits: it is looked up again this often. */
const REFRESH_MS = 30_000;

/** How many documents wait to be mended, beside the name of their screen. */
export function HoldCount() {
  const t = useTexts(shellTexts);
  const format = useFormat();
  const { data } = useQuery({ ...apiQuery('countHolds', {}), refetchInterval: REFRESH_MS });
  if (!data || data.waiting === 0) return null;
  return (
    <Badge
      size="sm"
      color="orange"
      variant="light"
      circle={data.waiting < 10}
      aria-label={t('waiting', { count: data.waiting })}
    >
      {format.count(data.waiting)}
    </Badge>
  );
}
