import { Group, Kbd, Stack, Text } from '@mantine/core';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { keyTexts } from './help-texts.ts';

const KEYS = [
  ['move', ['↑ ↓ ← →']],
  ['page', ['PgUp', 'PgDn', 'Home', 'End']],
  ['tab', ['Tab']],
  ['edit', ['Enter', 'F2']],
  ['choose', ['↑ ↓', 'Enter']],
  ['cancel', ['Esc']],
  ['clear', ['Del']],
  ['copy', ['Ctrl+C', 'Ctrl+X', 'Ctrl+V']],
  ['fill', ['Ctrl+D']],
  ['all', ['Ctrl+A']],
  ['tick', ['Space']],
  ['add', ['Ctrl+Enter']],
  ['remove', ['Ctrl+Del']],
  ['undo', ['Ctrl+Z', 'Ctrl+Y']],
  ['find', ['Ctrl+F']],
  ['save', ['Ctrl+S']],
  ['help', ['?']],
] as const;

/** All keys of the grid. */
export function KeysHelp() {
  const t = useTexts(keyTexts);
  return (
    <Stack gap={6}>
      {KEYS.map(([key, names]) => (
        <Group key={key} gap="sm" wrap="nowrap" align="flex-start">
          <Group gap={4} w={150} style={{ flex: 'none' }}>
            {names.map((name) => (
              <Kbd key={name} size="xs">
                {name}
              </Kbd>
            ))}
          </Group>
          <Text size="sm">{t(key)}</Text>
        </Group>
      ))}
    </Stack>
  );
}
