import './editor.css';
import { Drawer } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { ReactFlowProvider } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import type { Flow } from '#schemas/api/flows.ts';
import { apiQuery } from '#ui/api/queries.ts';
import { useCanEdit } from '#ui/api/session.ts';
import { createCanvasStore } from '#ui/canvas/store.ts';
import { useNodeTypes } from '#ui/canvas/use-node-types.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { insertNode } from './add-node.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { EditorCanvas } from './editor-canvas.tsx';
import { type Aim, EditorContext, type EditorTools, useCanvasState } from './editor-context.ts';
import { Inspector } from './inspector.tsx';
import { Palette } from './palette.tsx';
import { editorTexts } from './texts.ts';
import { TopBar } from './top-bar.tsx';
import { documentOf, useDraft } from './use-draft.ts';
import { BroughtNotice } from './versions-brought.tsx';
import { WaitingBanner } from './waiting-banner.tsx';

const NO_CONNECTIONS: EditorTools['connections'] = [];

function openStore(flow: Flow, { node }: Aim) {
  const store = createCanvasStore(documentOf(flow));
  if (node !== undefined && node in flow.draft.nodes) store.select({ nodes: [node] });
  return store;
}

interface Props {
  readonly flow: Flow;
  readonly aim: Aim;
}

/** The canvas with its palette and inspector; on a small screen these two open as drawers. */
export function Editor({ flow, aim }: Props) {
  const t = useTexts(editorTexts);
  const canEdit = useCanEdit();
  const types = useNodeTypes();
  const [store] = useState(() => openStore(flow, aim));
  const draft = useDraft(flow, store, canEdit);
  const connections = useQuery(apiQuery('listConnections', {})).data?.items ?? NO_CONNECTIONS;
  const isWide = useMediaQuery('(min-width: 1100px)', true, { getInitialValueInEffect: false });
  const [isPaletteOpen, palette] = useDisclosure(false);
  const [isInspectorOpen, inspector] = useDisclosure(!isWide && aim.node !== undefined);
  const [isPaletteShown, paletteColumn] = useDisclosure(true);
  const hasSelection = useCanvasState(store, ({ selection }) => selection.nodes.length + selection.edges.length > 0);

  const addNode = useCallback<EditorTools['addNode']>(
    (type, at) => insertNode(store, types, connections, type, at),
    [store, types, connections],
  );
  const tools = useMemo<EditorTools>(
    () => ({ store, flow, draft, types, connections, canEdit, aim, addNode }),
    [store, flow, draft, types, connections, canEdit, aim, addNode],
  );

  return (
    <EditorContext value={tools}>
      <ReactFlowProvider>
        <div className="editor">
          <TopBar
            onPalette={isWide ? paletteColumn.toggle : palette.open}
            onInspector={isWide ? inspector.toggle : inspector.open}
          />
          <WaitingBanner />
          <BroughtNotice />
          <div className="editor-work">
            {isWide && canEdit && isPaletteShown && (
              <aside className="editor-palette" aria-label={t('palette')}>
                <Palette />
              </aside>
            )}
            <EditorCanvas />
            {isWide && (hasSelection || isInspectorOpen) && (
              <aside className="editor-inspector" aria-label={t('inspector')}>
                <Inspector />
              </aside>
            )}
          </div>
        </div>
        {!isWide && (
          <>
            <Drawer opened={isPaletteOpen} onClose={palette.close} position="left" size="sm" title={t('palette')}>
              <Palette onAdded={palette.close} />
            </Drawer>
            <Drawer opened={isInspectorOpen} onClose={inspector.close} position="bottom" size="80%">
              <Inspector />
            </Drawer>
          </>
        )}
        <ConflictDialog />
      </ReactFlowProvider>
    </EditorContext>
  );
}
