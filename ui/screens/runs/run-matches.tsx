import { Group, Text } from '@mantine/core';
import type { RunMatch } from '#schemas/api/runs.ts';
import { Money } from '#ui/components/money.tsx';
import { OutcomeBadge } from '#ui/components/outcome-badges.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { runsTexts } from './texts.ts';

/** Why a search found a run: the first of its documents that match. */
export function RunMatches({ matches }: { readonly matches: readonly RunMatch[] }) {
  const t = useTexts(runsTexts);
  return (
    <ul aria-label={t('matches')} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {matches.map(({ id, number, label, party, total, currency, outcome }) => (
        <li key={id}>
          <Group gap={8} wrap="wrap" my={2}>
            <Text size="sm" fw={600}>
              {number ?? label}
            </Text>
            {party && <Text size="sm">{party}</Text>}
            <Text size="sm" component="span">
              <Money amount={total} currency={currency} />
            </Text>
            <OutcomeBadge outcome={outcome} />
          </Group>
        </li>
      ))}
    </ul>
  );
}
