import { Group, Kbd, Modal, Table } from '@mantine/core';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { editorTexts, shortcutTexts } from './texts.ts';

const SHORTCUTS = [
  ['arrows', ['←', '→', '↑', '↓']],
  ['shift', ['Shift', '←']],
  ['altArrows', ['Alt', '←']],
  ['connect', ['C']],
  ['delete', ['Delete']],
  ['undo', ['Ctrl', 'Z']],
  ['redo', ['Ctrl', 'Y']],
  ['copy', ['Ctrl', 'C / X / V']],
  ['all', ['Ctrl', 'A']],
  ['save', ['Ctrl', 'S']],
  ['escape', ['Esc']],
  ['help', ['?']],
] as const;

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ShortcutsDialog({ isOpen, onClose }: Props) {
  const t = useTexts(editorTexts);
  const names = useTexts(shortcutTexts);
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('shortcuts')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Table verticalSpacing={6} highlightOnHover={false}>
        <Table.Tbody>
          {SHORTCUTS.map(([name, keys]) => (
            <Table.Tr key={name}>
              <Table.Td>{names(name)}</Table.Td>
              <Table.Td>
                <Group gap={4} justify="flex-end" wrap="nowrap">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
