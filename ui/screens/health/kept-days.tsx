import { Stack, Text, Title } from '@mantine/core';
import type { KeptDay } from '#schemas/api/health.ts';
import { AnchorLink } from '#ui/components/links.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { healthTexts } from './texts.ts';

/** Days of source documents that somebody still needs, with a way to whoever that is. */
export function KeptDays({ kept }: { readonly kept: readonly KeptDay[] }) {
  const t = useTexts(healthTexts);
  if (kept.length === 0) return null;
  return (
    <Stack gap="xs" mt="lg">
      <Title order={3} size="h5">
        {t('keptTitle')}
      </Title>
      {kept.map((day) => (
        <KeptLine key={day.day} kept={day} />
      ))}
    </Stack>
  );
}

function KeptLine({ kept }: { readonly kept: KeptDay }) {
  const t = useTexts(healthTexts);
  const format = useFormat();
  return (
    <Text size="sm" component="div">
      {format.day(kept.day)} ({format.bytes(kept.bytes)})
      {kept.runs.map(({ id, flow }) => (
        <span key={id}>
          {' · '}
          {flow === null ? (
            t('keptElsewhere')
          ) : (
            <AnchorLink to="/runs/$id" params={{ id }} size="sm">
              {t('keptRun', { flow })}
            </AnchorLink>
          )}
        </span>
      ))}
      {kept.held > 0 && (
        <span>
          {' · '}
          <AnchorLink to="/holds" size="sm">
            {t('keptHeld', { count: kept.held })}
          </AnchorLink>
        </span>
      )}
    </Text>
  );
}
