import { Badge, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { apiQuery } from '#ui/api/queries.ts';
import { Page } from '#ui/components/page.tsx';
import { useFormat } from '#ui/i18n/format.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { PostingDrawer } from './posting-drawer.tsx';
import { PostingList } from './posting-list.tsx';
import { POSTING_VIEWS, type PostingSearch, readPostingSearch } from './posting-search.ts';
import { ResetList } from './reset-list.tsx';
import { postingTexts } from './texts.ts';
import { UncertainList } from './uncertain-list.tsx';

const route = getRouteApi('/shell/postings');

/** /postings: the ledger, what in it waits for a person, and what was let be booked again. */
export function PostingsScreen() {
  const t = useTexts(postingTexts);
  const format = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const waiting = useQuery(apiQuery('countUncertain', {})).data?.count ?? 0;
  const go = (next: PostingSearch) => void navigate({ search: next, replace: true });
  const change = (part: Partial<Record<keyof PostingSearch, string | undefined>>) =>
    go(readPostingSearch({ ...search, ...part }));
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Tabs
        value={search.view ?? 'list'}
        onChange={(name) => {
          const view = POSTING_VIEWS.find((known) => known === name);
          go(view && view !== 'list' ? { view } : {});
        }}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="list">{t('viewList')}</Tabs.Tab>
          <Tabs.Tab
            value="uncertain"
            rightSection={
              waiting > 0 && (
                <Badge size="sm" color="orange" variant="light" circle={waiting < 10}>
                  {format.count(waiting)}
                </Badge>
              )
            }
          >
            {t('viewUncertain')}
          </Tabs.Tab>
          <Tabs.Tab value="resets">{t('viewResets')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="list">
          <PostingList search={search} onChange={change} onClear={() => go({})} />
        </Tabs.Panel>
        <Tabs.Panel value="uncertain">
          <UncertainList />
        </Tabs.Panel>
        <Tabs.Panel value="resets">
          <ResetList onShow={(reset) => go({ reset })} />
        </Tabs.Panel>
      </Tabs>
      <PostingDrawer
        id={search.posting ?? null}
        onOpen={(posting) => change({ posting })}
        onClose={() => change({ posting: undefined })}
      />
    </Page>
  );
}
