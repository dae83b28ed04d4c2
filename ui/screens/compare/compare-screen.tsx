import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Flow } from '#schemas/api/flows.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { ErrorState } from '#ui/components/error-state.tsx';
import { ButtonLink } from '#ui/components/links.tsx';
import { Page } from '#ui/components/page.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { Difference } from './difference.tsx';
import { MarkedPicture } from './marked-picture.tsx';
import { type Side, SideSelects } from './side-selects.tsx';
import { compareTexts } from './texts.ts';

const route = getRouteApi('/shell/flows/$id/compare');

/** /flows/$id/compare: two versions, or a version and the draft, side by side. */
export function CompareScreen() {
  const t = useTexts(compareTexts);
  const { id } = route.useParams();
  const flow = useQuery(apiQuery('getFlow', { params: { id } }));
  if (flow.isError) return <ErrorState error={flow.error} onRetry={() => flow.refetch()} />;
  if (!flow.data) return <PageSkeleton />;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <ButtonLink to="/flows/$id" params={{ id }} variant="default">
          {t('backTo', { name: flow.data.name })}
        </ButtonLink>
      }
    >
      <Comparison flow={flow.data} />
    </Page>
  );
}

/** Without a choice the version in use is held against the draft; an address may name others. */
function chosenSides(flow: Flow, search: { before?: Side; after?: Side }): { before: Side; after: Side } {
  const sideOf = (side: Side | undefined): Side | null => {
    if (side === 'draft') return side;
    return flow.versions.find((version) => version.number === side)?.number ?? null;
  };
  return {
    before: sideOf(search.before) ?? flow.publishedVersion ?? 'draft',
    after: sideOf(search.after) ?? 'draft',
  };
}

function Comparison({ flow }: { readonly flow: Flow }) {
  const navigate = route.useNavigate();
  const sides = chosenSides(flow, route.useSearch());
  const compared = useQuery(apiQuery('compareVersions', { params: { id: flow.id }, query: sides }));
  const choose = (search: typeof sides) => navigate({ search, replace: true });
  return (
    <Stack gap="lg">
      <SideSelects flow={flow} sides={sides} onChange={choose} />
      {compared.isError && <ErrorState error={compared.error} onRetry={() => compared.refetch()} />}
      {compared.isPending && <Skeleton h={420} />}
      {compared.data && (
        <>
          <MarkedPicture {...compared.data} />
          <Difference {...compared.data} />
        </>
      )}
    </Stack>
  );
}
