import { Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '#ui/api/queries.ts';
import { Money } from '#ui/components/money.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { filterOf, type PostingSearch } from './posting-search.ts';
import { postingTexts } from './texts.ts';

/** How many postings the filters find and what they come to; the list does not wait for it. */
export function PostingSums({ search }: { readonly search: PostingSearch }) {
  const t = useTexts(postingTexts);
  const query = useQuery(apiQuery('sumPostings', { query: filterOf(search) }));
  if (query.isPending) return <Skeleton h={20} w={220} />;
  const sums = query.data?.sums ?? [];
  const count = sums.reduce((all, sum) => all + sum.count, 0);
  if (query.data?.isCut) {
    return (
      <Text size="sm" c="dimmed" role="status">
        {t('tooMany')}
      </Text>
    );
  }
  return (
    <Group gap="lg" role="status" title={t('sumsHelp')}>
      <Text size="sm" c="dimmed">
        {t('sums', { count })}
      </Text>
      {sums.map(({ currency, amount }) => (
        <Text key={currency} size="sm" fw={600} component="span">
          <Money amount={amount} currency={currency} />
        </Text>
      ))}
    </Group>
  );
}
