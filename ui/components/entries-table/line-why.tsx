import { Badge, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LineExplanation } from '#schemas/api/explanations.ts';
import { AXIS_NAMES } from '#schemas/mapping/names.ts';
import { MAPPING_AXES } from '#schemas/mapping/tables.ts';
import { apiQuery } from '#ui/api/queries.ts';
import type { TracedLine } from '#ui/components/source-document/trace.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { whyTexts } from './why-texts.ts';

const COLOURS = { wins: 'petrol', overruled: 'gray', silent: 'gray' } as const;

/** Why a rule of the mapping tables won: the rules that hold for the line, the most specific first. */
export function LineWhy({ run, traced }: { readonly run: string; readonly traced: TracedLine }) {
  const t = useTexts(whyTexts);
  const { documentId: entry, index: line } = traced;
  const why = useQuery({ ...apiQuery('explainLine', { params: { id: run, entry, line } }), retry: false });
  // The rule's name stands above in any case; this only says more where there is more to say.
  if (!why.data || why.data.candidates.length === 0) return null;
  return (
    <Stack gap={6} component="section" aria-label={t('title')}>
      <Text fw={600}>{t('title')}</Text>
      <Text size="sm" c="dimmed">
        {t('help')}
      </Text>
      {why.data.candidates.map((candidate) => (
        <CandidateRow key={candidate.rule.id} candidate={candidate} />
      ))}
    </Stack>
  );
}

function CandidateRow({ candidate }: { readonly candidate: LineExplanation['candidates'][number] }) {
  const t = useTexts(whyTexts);
  const language = useLanguage();
  const { rule, value, verdict } = candidate;
  const asked = MAPPING_AXES.flatMap((axis) => {
    const text = rule.match[axis];
    return text === undefined ? [] : [t('is', { name: AXIS_NAMES[axis][language], value: text })];
  });
  return (
    <Group gap="xs" wrap="nowrap" justify="space-between">
      <Text size="sm" {...(verdict === 'wins' ? { fw: 600 } : { c: 'dimmed' })}>
        {asked.length === 0 ? t('default') : asked.join(' · ')}
        {value && ` → ${value}`}
      </Text>
      <Badge variant="light" tt="none" color={COLOURS[verdict]} style={{ flexShrink: 0 }}>
        {t(verdict)}
      </Badge>
    </Group>
  );
}
