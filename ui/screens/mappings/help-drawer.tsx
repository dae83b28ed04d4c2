import { Drawer, List, Stack, Tabs, Text } from '@mantine/core';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { editorTexts } from './editor-texts.ts';
import { helpTexts, keyTexts } from './help-texts.ts';
import { KeysHelp } from './keys-help.tsx';
import { TryIt } from './try-it.tsx';

export type HelpPart = 'rules' | 'keys';

interface Props {
  readonly part: HelpPart;
  readonly onPart: (part: HelpPart) => void;
  readonly onClose: () => void;
  readonly onShowRow: (id: string) => void;
}

/** How rows are chosen, a case to try it on, and the keys of the grid. */
export function HelpDrawer({ part, onPart, onClose, onShowRow }: Props) {
  const t = useTexts(helpTexts);
  const keys = useTexts(keyTexts);
  const about = useTexts(editorTexts);
  return (
    <Drawer opened onClose={onClose} title={about('help')} returnFocus={false}>
      <Tabs value={part} onChange={(next) => onPart(next === 'keys' ? 'keys' : 'rules')}>
        <Tabs.List mb="md">
          <Tabs.Tab value="rules">{t('title')}</Tabs.Tab>
          <Tabs.Tab value="keys">{about('keyboard')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="rules">
          <Stack gap="sm">
            <Text size="sm">{t('rule')}</Text>
            <List type="ordered" size="sm" spacing={4}>
              <List.Item>{t('step1')}</List.Item>
              <List.Item>{t('step2')}</List.Item>
              <List.Item>{t('step3')}</List.Item>
              <List.Item>{t('step4')}</List.Item>
            </List>
            <Text size="sm">{t('emptyCells')}</Text>
            <Text size="sm">{t('placeholders', { rate: '{rate}', country: '{country}' })}</Text>
            <TryIt onShowRow={onShowRow} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="keys" aria-label={keys('title')}>
          <KeysHelp />
        </Tabs.Panel>
      </Tabs>
    </Drawer>
  );
}
