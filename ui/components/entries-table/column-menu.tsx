import { ActionIcon, Button, Checkbox, Group, Popover, ScrollArea, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import { ENTRY_COLUMN_TITLES } from '#schemas/api/entry-columns.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { toolTexts } from './tool-texts.ts';
import type { ColumnChoice } from './use-columns.ts';

/** Chooses the columns of the list and puts them in order; what is chosen stays for this person. */
export function ColumnMenu({ choice }: { readonly choice: ColumnChoice }) {
  const t = useTexts(toolTexts);
  const language = useLanguage();
  const { columns, order, show, move, reset } = choice;
  return (
    <Popover position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {t('columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <Stack gap="xs" role="group" aria-label={t('columns')}>
          <Text size="xs" c="dimmed" maw={250}>
            {t('columnsHelp')}
          </Text>
          <ScrollArea.Autosize mah={380} type="auto" offsetScrollbars>
            {order.map((column, index) => {
              const name = ENTRY_COLUMN_TITLES[column][language];
              return (
                <Group key={column} justify="space-between" wrap="nowrap" gap="xs" py={3}>
                  <Checkbox
                    size="xs"
                    label={name}
                    checked={columns.includes(column)}
                    onChange={(event) => show(column, event.currentTarget.checked)}
                  />
                  <Group gap={2} wrap="nowrap">
                    <ActionIcon
                      {...{ variant: 'subtle', color: 'gray', size: 'sm', disabled: index === 0 }}
                      aria-label={t('moveLeft', { name })}
                      onClick={() => move(column, -1)}
                    >
                      <IconArrowUp size={14} />
                    </ActionIcon>
                    <ActionIcon
                      {...{ variant: 'subtle', color: 'gray', size: 'sm', disabled: index === order.length - 1 }}
                      aria-label={t('moveRight', { name })}
                      onClick={() => move(column, 1)}
                    >
                      <IconArrowDown size={14} />
                    </ActionIcon>
                  </Group>
                </Group>
              );
            })}
          </ScrollArea.Autosize>
          <Button variant="subtle" size="compact-sm" onClick={reset}>
            {t('usualColumns')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
