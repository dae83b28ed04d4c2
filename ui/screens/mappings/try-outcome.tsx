import { Anchor, Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { z } from 'zod';
import type { candidateSchema } from '#schemas/api/explanations.ts';
import { AXIS_NAMES } from '#schemas/mapping/names.ts';
import type { MappingAxis } from '#schemas/mapping/tables.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useWholeState } from './editor-context.ts';
import { helpTexts } from './help-texts.ts';

type Candidate = z.infer<typeof candidateSchema>;

interface Props {
  readonly candidates: readonly Candidate[];
  readonly onShowRow: (id: string) => void;
}

const COLOURS = { wins: 'teal', overruled: 'gray', silent: 'gray' } as const;

/** The rows that hold for a case, the most precise first, each with what makes it so. */
export function TryOutcome({ candidates, onShowRow }: Props) {
  const t = useTexts(helpTexts);
  const language = useLanguage();
  const { table, history } = useWholeState();
  const { fallback, rows } = history.book[table];
  const ids = [fallback, ...rows].map(({ id }) => id);
  const write = (axes: readonly MappingAxis[]) => axes.map((axis) => AXIS_NAMES[axis][language]).join(', ');
  const why = ({ precision: { exact, pattern } }: Candidate) => {
    const said = [
      ...(exact.length > 0 ? [t('exact', { axes: write(exact) })] : []),
      ...(pattern.length > 0 ? [t('pattern', { axes: write(pattern) })] : []),
    ];
    return said.length > 0 ? said.join(' · ') : t('holdsForAll');
  };
  const outcome = useRef<HTMLDivElement>(null);
  // The drawer is longer than the window: the answer must not stay below it.
  useEffect(() => {
    if (candidates.length > 0) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [candidates]);
  if (candidates.length === 0) return <Text size="sm">{t('nobody')}</Text>;
  return (
    <Stack ref={outcome} gap={6} role="status">
      {candidates.slice(0, 20).map((candidate) => {
        const row = ids.indexOf(candidate.rule.id) + 1;
        return (
          <Paper key={candidate.rule.id} withBorder p="xs">
            <Group gap="xs" justify="space-between">
              <Group gap="xs">
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  aria-label={t('show', { row })}
                  onClick={() => onShowRow(candidate.rule.id)}
                >
                  {t('rowNumber', { row })}
                </Anchor>
                <Text size="sm" fw={candidate.verdict === 'wins' ? 700 : 400} ff="monospace">
                  {candidate.value}
                </Text>
              </Group>
              <Badge color={COLOURS[candidate.verdict]} variant="light" tt="none">
                {t(candidate.verdict)}
              </Badge>
            </Group>
            <Text size="xs" c="dimmed">
              {why(candidate)}
            </Text>
          </Paper>
        );
      })}
    </Stack>
  );
}
