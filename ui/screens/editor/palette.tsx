import { Stack, Text, TextInput, ThemeIcon, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { NodeTypeInfo } from '#schemas/api/catalogue.ts';
import { KIND_COLOUR, NODE_KINDS } from '#ui/canvas/colours.ts';
import { canvasTexts } from '#ui/canvas/texts.ts';
import { TypeIcon } from '#ui/components/type-icon.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { useEditor } from './editor-context.ts';
import { editorTexts } from './texts.ts';

/** What a dragged palette entry carries: the id of a node type. */
export const DRAG_TYPE = 'application/x-passerelle-node';

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Node types by kind, with search; a click adds beside what is selected, a drag adds where it is dropped. */
export function Palette({ onAdded }: { readonly onAdded?: () => void }) {
  const t = useTexts(editorTexts);
  const kinds = useTexts(canvasTexts);
  const language = useLanguage();
  const { types, addNode } = useEditor();
  const [search, setSearch] = useState('');
  const found = [...types.values()].filter(({ texts, id }) =>
    plain(`${texts.title[language]} ${texts.description[language]} ${id}`).includes(plain(search.trim())),
  );
  return (
    <Stack gap="md">
      <TextInput
        aria-label={t('searchNodes')}
        placeholder={t('searchNodes')}
        description={t('paletteHint')}
        inputWrapperOrder={['input', 'description']}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {found.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noNodeFound')}
        </Text>
      )}
      {NODE_KINDS.map((kind) => {
        const ofKind = found.filter((type) => type.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section key={kind} aria-label={kinds(`kind_${kind}`)}>
            <Text size="xs" fw={600} c="dimmed" mb={4}>
              {kinds(`kind_${kind}`)}
            </Text>
            {ofKind.map((type) => (
              <PaletteItem
                key={type.id}
                type={type}
                onAdd={() => {
                  addNode(type.id);
                  onAdded?.();
                }}
              />
            ))}
          </section>
        );
      })}
    </Stack>
  );
}

function PaletteItem({ type, onAdd }: { readonly type: NodeTypeInfo; readonly onAdd: () => void }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const title = type.texts.title[language];
  return (
    <UnstyledButton
      className="editor-palette-item"
      aria-label={t('addNode', { title })}
      title={type.texts.description[language]}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAG_TYPE, type.id);
        event.dataTransfer.effectAllowed = 'copy';
      }}
      onClick={onAdd}
    >
      <ThemeIcon variant="light" color={KIND_COLOUR[type.kind]} size={30} radius="md">
        <TypeIcon name={type.icon} size={16} />
      </ThemeIcon>
      <span className="editor-palette-words">
        <span className="editor-palette-title">{title}</span>
        <span className="editor-palette-help">{type.texts.description[language]}</span>
      </span>
    </UnstyledButton>
  );
}
