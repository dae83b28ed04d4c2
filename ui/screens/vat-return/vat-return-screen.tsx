import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconInfoCircle, IconReceiptTax } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { VatReturns } from '#schemas/api/vat-returns.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { AnchorLink, ButtonLink } from '#ui/components/links.tsx';
import { Page } from '#ui/components/page.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { LinesDrawer } from './lines-drawer.tsx';
import { PeriodBar } from './period-bar.tsx';
import { daysOf, lastMonth } from './periods.ts';
import { ReturnPanel } from './return-panel.tsx';
import { vatReturnTexts } from './texts.ts';
import { figureOf, readVatSearch, scopeOf, type VatFigure, type VatSearch } from './vat-search.ts';

const route = getRouteApi('/shell/vat-return');

function csvAddress(scope: Readonly<Record<string, string | boolean | undefined>>, language: string): string {
  const query = new URLSearchParams({ language });
  for (const [key, value] of Object.entries(scope)) if (value !== undefined) query.set(key, String(value));
  return `/api/vat-return.csv?${query}`;
}

/** /vat-return: what the VAT return of a period would say. A preview: nothing is filed. */
export function VatReturnScreen() {
  const t = useTexts(vatReturnTexts);
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const period = search.period ?? lastMonth(new Date().toISOString());
  const scope = { ...daysOf(period), flow: search.flow, target: search.target, review: search.review ?? false };
  const go = (next: VatSearch) => void navigate({ search: next, replace: true });
  const change = (part: Readonly<Record<string, unknown>>) =>
    go(readVatSearch({ ...scopeOf(search), period, ...part }));
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button
          component="a"
          href={csvAddress(scope, language)}
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('csv')}
        </Button>
      }
    >
      <Stack gap="lg">
        <PeriodBar period={period} search={search} onChange={change} />
        <Alert variant="light" color="gray" icon={<IconInfoCircle size={18} aria-hidden />} py="xs">
          {t('note')}
        </Alert>
        <Preview scope={scope} onOpen={(figure) => go({ ...scopeOf(search), period, ...figure })} />
      </Stack>
      <LinesDrawer scope={scope} figure={figureOf(search)} onClose={() => go({ ...scopeOf(search), period })} />
    </Page>
  );
}

interface PreviewProps {
  readonly scope: Parameters<typeof LinesDrawer>[0]['scope'];
  readonly onOpen: (figure: VatFigure) => void;
}

function Preview({ scope, onOpen }: PreviewProps) {
  const t = useTexts(vatReturnTexts);
  const query = useQuery(apiQuery('previewVatReturn', { query: scope }));
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <ErrorState error={query.error} onRetry={query.refetch} />;
  const { returns } = query.data;
  return (
    <>
      <Remarks of={query.data} />
      {returns.length === 0 ? (
        <EmptyState
          icon={IconReceiptTax}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={<ButtonLink to="/flows">{t('toFlows')}</ButtonLink>}
        />
      ) : (
        returns.map((one) => <ReturnPanel key={`${one.country}:${one.currency}`} of={one} onOpen={onOpen} />)
      )}
    </>
  );
}

/** How many entries are counted, and what a reader must know before relying on it. */
function Remarks({ of: { entries, targets, uncertain } }: { readonly of: VatReturns }) {
  const t = useTexts(vatReturnTexts);
  return (
    <Stack gap="xs">
      {entries > 0 && (
        <Text size="sm" c="dimmed">
          {t('entries', { count: entries })}
        </Text>
      )}
      {targets > 1 && (
        <Alert color="yellow" variant="light" py="xs">
          {t('manyTargets', { count: targets })}
        </Alert>
      )}
      {uncertain > 0 && (
        <Alert color="orange" variant="light" py="xs">
          <Group gap="xs">
            <Text size="sm">{t('uncertain', { count: uncertain })}</Text>
            <AnchorLink to="/postings" search={{ view: 'uncertain' }} size="sm">
              {t('toUncertain')}
            </AnchorLink>
          </Group>
        </Alert>
      )}
    </Stack>
  );
}
