import { Button, Group, Text } from '@mantine/core';
import { IconUserCheck, IconUsers } from '@tabler/icons-react';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ButtonLink } from '#ui/components/links.tsx';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { customerTexts } from './texts.ts';

interface Props {
  /** There are customers in other views. */
  readonly hasOthers: boolean;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
  readonly onShowAll: () => void;
}

/** Why the list is empty, and what to do next. */
export function NoCustomers({ hasOthers, isFiltered, onClear, onShowAll }: Props) {
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
  if (hasOthers) {
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
  return (
    <EmptyState
      icon={IconUsers}
      title={t('emptyTitle')}
      text={t('emptyText')}
      action={<ButtonLink to="/flows">{t('toFlows')}</ButtonLink>}
    />
  );
}
