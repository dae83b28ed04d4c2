import { Badge, Group, Stack, Text } from '@mantine/core';
import type { NodeTypeInfo } from '#schemas/api/catalogue.ts';
import { DOCUMENT_COLOUR } from '#ui/canvas/colours.ts';
import { canvasTexts } from '#ui/canvas/texts.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { editorTexts } from './texts.ts';

/** What the node type does, and which documents go in and come out. */
export function NodeHelp({ type }: { readonly type: NodeTypeInfo }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  return (
    <Stack gap="md">
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {type.texts.description[language]}
      </Text>
      <Ports label={t('takes')} ports={type.inputs} />
      <Ports label={t('gives')} ports={type.outputs} />
      <Text size="xs" c="dimmed">
        {t('typeVersion', { number: type.version })}
      </Text>
    </Stack>
  );
}

function Ports({ label, ports }: { readonly label: string; readonly ports: NodeTypeInfo['inputs'] }) {
  const t = useTexts(editorTexts);
  const kinds = useTexts(canvasTexts);
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed" w={80}>
        {label}
      </Text>
      {ports.length === 0 && <Text size="sm">{t('nothing')}</Text>}
      {ports.map((port) => (
        <Badge key={port.id} variant="light" color={DOCUMENT_COLOUR[port.kind]} tt="none">
          {kinds(`document_${port.kind}`)}
        </Badge>
      ))}
    </Group>
  );
}
