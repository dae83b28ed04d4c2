import { Button, Group, Text } from '@mantine/core';
import type { Show } from '#schemas/api/replays.ts';
import { COMPARISONS, type Comparison, isDifference } from '#schemas/entry-diff.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { COMPARISON_COLOURS } from './comparison-colours.ts';
import { replayTexts } from './texts.ts';
import { useCounts } from './use-comparison.ts';

interface Props {
  readonly id: string;
  readonly isOver: boolean;
  readonly show: Show;
  readonly onShow: (show: Show) => void;
}

/** How many documents came out how; each count shows its documents. */
export function CountCards({ id, isOver, show, onShow }: Props) {
  const t = useTexts(replayTexts);
  const { query, counts, isCounting } = useCounts(id, isOver);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const kinds = COMPARISONS.filter((kind) => (counts.get(kind) ?? 0) > 0);
  const differences = kinds.filter(isDifference).reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
  return (
    <Group gap="xs" role="group" aria-label={t('counts')}>
      <Choice
        name={t('show_differences')}
        count={differences}
        isChosen={show === 'differences'}
        onPick={() => onShow('differences')}
      />
      {kinds.map((kind) => (
        <Choice
          key={kind}
          name={t(`is_${kind}`)}
          count={counts.get(kind) ?? 0}
          colour={kind}
          isChosen={show === kind}
          onPick={() => onShow(kind)}
        />
      ))}
      <Choice name={t('show_all')} count={total} isChosen={show === 'all'} onPick={() => onShow('all')} />
      {isCounting && (
        <Text size="sm" c="dimmed" role="status">
          {t('counting')}
        </Text>
      )}
    </Group>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly count: number;
  readonly colour?: Comparison;
  readonly isChosen: boolean;
  readonly onPick: () => void;
}

function Choice({ name, count, colour, isChosen, onPick }: ChoiceProps) {
  const format = useFormat();
  return (
    <Button
      size="xs"
      variant={isChosen ? 'filled' : 'light'}
      color={colour ? COMPARISON_COLOURS[colour] : 'petrol'}
      aria-pressed={isChosen}
      onClick={onPick}
    >
      {format.count(count)} · {name}
    </Button>
  );
}
