import { Button, Menu } from '@mantine/core';
import { IconChecks, IconChevronDown } from '@tabler/icons-react';
import type { EntryFilter } from '#schemas/api/entry-columns.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { reviewTexts } from './texts.ts';
import type { Chosen } from './use-ticks.ts';

interface Props {
  readonly filter: EntryFilter;
  /** How many entries the filter leaves; null while it leaves all. */
  readonly count: number | null;
  readonly onTick: (chosen: Chosen, ticked: boolean) => void;
}

/** Ticks many at once: everything, or what the filters show. */
export function TickMenu({ filter, count, onTick }: Props) {
  const t = useTexts(reviewTexts);
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
        {count !== null && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onTick({ filter }, true)}>{t('tickShown', { count })}</Menu.Item>
            <Menu.Item onClick={() => onTick({ filter }, false)}>{t('untickShown', { count })}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
