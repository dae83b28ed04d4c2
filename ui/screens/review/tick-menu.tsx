import { Button, Menu } from '@mantine/core';
import { IconChecks, IconChevronDown } from '@tabler/icons-react';
import type { ReviewEntry } from '#schemas/api/runs.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { reviewTexts } from './texts.ts';

interface Props {
  readonly shown: readonly ReviewEntry[];
  readonly isFiltered: boolean;
  readonly isComplete: boolean;
  readonly onTick: (ids: readonly string[] | 'all', ticked: boolean) => void;
}

/** Ticks many at once: everything, or what the filters show. */
export function TickMenu({ shown, isFiltered, isComplete, onTick }: Props) {
  const t = useTexts(reviewTexts);
  const ids = () => shown.map((item) => item.documentId);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconChecks size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('tickAll')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onTick('all', true)}>{t('tickAll')}</Menu.Item>
        <Menu.Item onClick={() => onTick('all', false)}>{t('untickAll')}</Menu.Item>
        {isFiltered && isComplete && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onTick(ids(), true)}>{t('tickShown', { count: shown.length })}</Menu.Item>
            <Menu.Item onClick={() => onTick(ids(), false)}>{t('untickShown', { count: shown.length })}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
