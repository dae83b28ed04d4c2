import { Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectionTypeInfo } from '#schemas/api/catalogue.ts';
import type { Connection } from '#schemas/api/connections.ts';
import { useCatalogue } from '#ui/api/catalogue.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorState } from '#ui/components/error-state.tsx';
import { Page } from '#ui/components/page.tsx';
import { PageSkeleton } from '#ui/components/page-skeleton.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ConnectionDrawer } from './connection-drawer.tsx';
import { ConnectionTable } from './connection-table.tsx';
import { DeleteConnectionDialog } from './delete-connection-dialog.tsx';
import { NewConnectionMenu } from './new-connection-menu.tsx';
import { connectionsTexts } from './texts.ts';

/** What is open over the list. */
type Opened =
  | { readonly kind: 'form'; readonly type: ConnectionTypeInfo; readonly existing: Connection | null }
  | { readonly kind: 'delete'; readonly connection: Connection };

export function ConnectionsScreen() {
  const t = useTexts(connectionsTexts);
  const canEdit = useCanEdit();
  const { connectionTypes } = useCatalogue();
  const connections = useQuery(apiQuery('listConnections', {}));
  const [opened, setOpened] = useState<Opened | null>(null);
  if (connections.isPending) return <PageSkeleton />;
  if (connections.isError) return <ErrorState error={connections.error} onRetry={connections.refetch} />;
  const { items, outgoingAddresses } = connections.data;

  const edit = (existing: Connection) => {
    const type = connectionTypes.find(({ id }) => id === existing.type);
    if (type) setOpened({ kind: 'form', type, existing });
  };
  const menu = <NewConnectionMenu onChoose={(type) => setOpened({ kind: 'form', type, existing: null })} />;
  const close = () => setOpened(null);

  return (
    <Page title={t('title')} lead={t('lead')} actions={canEdit && items.length > 0 && menu}>
      {items.length === 0 && (
        <EmptyState icon={IconPlugConnected} title={t('emptyTitle')} text={t('emptyText')} action={canEdit && menu} />
      )}
      {items.length > 0 && (
        <ConnectionTable
          connections={items}
          onEdit={edit}
          onDelete={(connection) => setOpened({ kind: 'delete', connection })}
        />
      )}
      {outgoingAddresses.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('outgoing', { addresses: outgoingAddresses.join(', ') })}
        </Text>
      )}
      {opened?.kind === 'form' && <ConnectionDrawer type={opened.type} existing={opened.existing} onClose={close} />}
      {opened?.kind === 'delete' && <DeleteConnectionDialog connection={opened.connection} onClose={close} />}
    </Page>
  );
}
