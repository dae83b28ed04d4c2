import { Button, Group, Text } from '@mantine/core';
import { IconUserCheck, IconUsers } from '@tabler/icons-react';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ButtonLink } from '#ui/components/links.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { customerTexts } from './texts.ts';

interface Props {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
  readonly onShowAll: () => void;
}

/** Why a view is empty, and what to do next. */
export function NoCustomers({ isFiltered, onClear, onShowAll }: Props) {
  const t = useTexts(customerTexts);
  if (isFiltered) {
    return (
      <Group>
        <Text c="dimmed">{t('noMatch')}</Text>
        <Button variant="subtle" size="xs" onClick={onClear}>
          {t('clear')}
        </Button>
      </Group>
    );
  }
  return (
    <EmptyState
      icon={IconUserCheck}
      title={t('decidedTitle')}
      text={t('decidedText')}
      action={
        <Button variant="default" onClick={onShowAll}>
          {t('showAll')}
        </Button>
      }
    />
  );
}

/** Before any run has asked the books: what a customers step is for. */
export function NobodyYet() {
  const t = useTexts(customerTexts);
  return (
    <EmptyState
      icon={IconUsers}
      title={t('emptyTitle')}
      text={t('emptyText')}
      action={<ButtonLink to="/flows">{t('toFlows')}</ButtonLink>}
    />
  );
}
