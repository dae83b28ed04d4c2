import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { Uncertain } from '#schemas/api/postings.ts';
import { AnchorLink } from '#ui/components/links.tsx';
import { Money } from '#ui/components/money.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { DecideButtons } from './decide-buttons.tsx';
import { UncertainFacts } from './uncertain-facts.tsx';
import { uncertainTexts } from './uncertain-texts.ts';
import { useKindName } from './use-kind-name.ts';
import { useTargetName } from './use-target-name.ts';

/** What people call it: the file, or the kind and number of the one entry. */
function useName({ file, first: [one] }: Uncertain): string {
  const kindName = useKindName();
  return file?.name || (one ? `${kindName(one.kind)} ${one.number}` : '');
}

/** One look into the target: what to look for there, and the two answers. */
export function UncertainCard({ uncertain }: { readonly uncertain: Uncertain }) {
  const t = useTexts(uncertainTexts);
  const format = useFormat();
  const targetName = useTargetName();
  const { file, flow, run, target, count, sums, first, from, to, since } = uncertain;
  const name = useName(uncertain);
  return (
    <Paper withBorder p="md" component="section" aria-label={name}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <div>
            <Title order={2} size="h4">
              {targetName(target)}
            </Title>
            <Text size="sm" c="dimmed">
              {t('ofFlow', { name: flow.name })} · {t('since', { ago: format.ago(since) })} ·{' '}
              <AnchorLink to="/runs/$id" params={{ id: run }} size="sm">
                {t('toRun')}
              </AnchorLink>
            </Text>
          </div>
          <Group gap="lg">
            {file && (
              <Text size="sm" c="dimmed">
                {t('fileEntries', { count })}
                {' · '}
                {from === to
                  ? format.shortDay(from)
                  : t('span', { from: format.shortDay(from), to: format.shortDay(to) })}
              </Text>
            )}
            {sums.map(({ currency, amount }) => (
              <Text key={currency} fw={650} component="span">
                <Money amount={amount} currency={currency} />
              </Text>
            ))}
          </Group>
        </Group>
        <Text size="sm" fw={600}>
          {t('lookFor')}
          {file && `: ${t('file', { name: file.name })}`}
        </Text>
        <UncertainFacts shown={first} isFile={file !== null} />
        {count > first.length && (
          <Text size="xs" c="dimmed">
            {t('andMore', { count: count - first.length })}
          </Text>
        )}
        <DecideButtons uncertain={uncertain} name={name} />
      </Stack>
    </Paper>
  );
}
