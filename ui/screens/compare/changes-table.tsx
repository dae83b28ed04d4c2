import { Table, Text } from '@mantine/core';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { compareTexts } from './texts.ts';

export interface ShownChange {
  readonly key: string;
  readonly name: string;
  readonly row: string | null;
  /** In the reader's words; null where there is nothing on that side. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Old and new side by side. */
export function ChangesTable({ label, changes }: { readonly label: string; readonly changes: readonly ShownChange[] }) {
  const t = useTexts(compareTexts);
  return (
    <Table.ScrollContainer minWidth={460}>
      <Table verticalSpacing={6} layout="fixed" aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="34%">{t('setting')}</Table.Th>
            <Table.Th>{t('before')}</Table.Th>
            <Table.Th>{t('after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.map(({ key, name, row, before, after }) => (
            <Table.Tr key={key} style={{ verticalAlign: 'top' }}>
              <Table.Td>
                <Text size="sm">{name}</Text>
                {row !== null && (
                  <Text size="xs" c="dimmed">
                    {t('row', { row })}
                  </Text>
                )}
              </Table.Td>
              <Side text={before} mark="removed" />
              <Side text={after} mark="added" />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const COLOUR = { removed: 'red', added: 'teal' } as const;

function Side({ text, mark }: { readonly text: string | null; readonly mark: keyof typeof COLOUR }) {
  return (
    <Table.Td>
      {text === null ? (
        <Text size="sm" c="dimmed">
          –
        </Text>
      ) : (
        <Text
          size="sm"
          px={6}
          py={2}
          style={{
            background: `var(--mantine-color-${COLOUR[mark]}-light)`,
            borderRadius: 'var(--mantine-radius-sm)',
            overflowWrap: 'anywhere',
          }}
        >
          {text}
        </Text>
      )}
    </Table.Td>
  );
}
