import { IconKey } from '@tabler/icons-react';
import { useSession } from '#ui/api/session.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Page } from '#ui/components/page.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ApiKeysSection } from './api-keys-section.tsx';
import { settingsTexts } from './texts.ts';

export function SettingsScreen() {
  const t = useTexts(settingsTexts);
  const isOwner = useSession()?.workspace?.role === 'owner';
  return (
    <Page title={t('title')} lead={t('lead')}>
      {isOwner ? <ApiKeysSection /> : <EmptyState icon={IconKey} title={t('ownersOnly')} text={t('askOwner')} />}
    </Page>
  );
}
