import { Button, SegmentedControl, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconTablePlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '#ui/api/queries.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { Page } from '#ui/components/page.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { MappingList } from './mapping-list.tsx';
import { NewMappingDialog } from './new-mapping-dialog.tsx';
import { listTexts } from './texts.ts';

type Which = 'active' | 'archived';

/** All sets of mapping tables of the workspace. */
export function MappingsScreen() {
  const t = useTexts(listTexts);
  const canEdit = useCanEdit();
  const [which, setWhich] = useState<Which>('active');
  const [isMaking, dialog] = useDisclosure(false);
  const query = useQuery(apiQuery('listMappings', { query: { state: which } }));
  const create = canEdit && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={dialog.open}>
      {t('create')}
    </Button>
  );
  const hasRows = query.isSuccess && query.data.items.length > 0;
  return (
    <Page title={t('title')} lead={t('lead')} actions={hasRows && which === 'active' ? create : null}>
      <Stack>
        <SegmentedControl
          size="xs"
          w="fit-content"
          aria-label={t('state')}
          value={which}
          data={[
            { value: 'active', label: t('active') },
            { value: 'archived', label: t('archived') },
          ]}
          onChange={(next) => setWhich(next === 'archived' ? 'archived' : 'active')}
        />
        {query.isPending && <PageSkeleton />}
        {query.isError && <ErrorState error={query.error} onRetry={query.refetch} />}
        {hasRows && <MappingList mappings={query.data.items} />}
        {query.isSuccess && !hasRows && (
          <EmptyState
            icon={IconTablePlus}
            title={t(which === 'active' ? 'emptyTitle' : 'archivedEmptyTitle')}
            text={t(which === 'active' ? 'emptyText' : 'archivedEmptyText')}
            action={which === 'active' ? create : null}
          />
        )}
      </Stack>
      {isMaking && <NewMappingDialog onClose={dialog.close} />}
    </Page>
  );
}
