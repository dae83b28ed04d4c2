import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { shellTexts } from './shell/texts.ts';

export function NotFound() {
  const t = useTexts(shellTexts);
  return (
    <EmptyState
      icon={IconMapOff}
      title={t('notFoundTitle')}
      text={t('notFoundText')}
      action={
        <Button component={Link} to="/flows">
          {t('toFlows')}
        </Button>
      }
    />
  );
}
