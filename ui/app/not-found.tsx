import { IconMapOff } from '@tabler/icons-react';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ButtonLink } from '#ui/components/links.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { shellTexts } from './shell/texts.ts';

export function NotFound() {
  const t = useTexts(shellTexts);
  return (
    <EmptyState
      icon={IconMapOff}
      title={t('notFoundTitle')}
      text={t('notFoundText')}
      action={<ButtonLink to="/flows">{t('toFlows')}</ButtonLink>}
    />
  );
}
