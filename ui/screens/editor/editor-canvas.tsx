import '@xyflow/react/dist/style.css';
import '#ui/canvas/canvas.css';
import { useMantineColorScheme } from '@mantine/core';
import { Background, BackgroundVariant, Controls, MiniMap, ReactFlow, useReactFlow } from '@xyflow/react';
import { type DragEvent, useCallback, useMemo, useRef, useState } from 'react';
import { BOX_TYPES } from '#ui/canvas/box-types.ts';
import { colourVariable, KIND_COLOUR } from '#ui/canvas/colours.ts';
import { GRID, NODE_WIDTH } from '#ui/canvas/document.ts';
import { type NoteActions, NoteActionsContext } from '#ui/canvas/note-box.tsx';
import { useCanvasLabels } from '#ui/canvas/use-canvas-labels.ts';
import { type BoxView, titleOf } from '#ui/canvas/view.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { placesOf } from './boxes.ts';
import type { ConnectMode } from './connect-mode.ts';
import { useCanvasState, useEditor } from './editor-context.ts';
import { FIT } from './fit.ts';
import { DRAG_TYPE } from './palette.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { editorTexts } from './texts.ts';
import { useCanvasBoxes } from './use-canvas-boxes.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useClipboard } from './use-clipboard.ts';
import { useJoining } from './use-joining.ts';
import { useReveal } from './use-reveal.ts';
import { useSelectedInView } from './use-selected-in-view.ts';

const MINIMAP_SIZE = { width: 150, height: 96 };
const MULTI_SELECT = ['Shift', 'Control', 'Meta'];

function minimapColour(box: BoxView): string {
  if (box.type === 'note') return 'var(--mantine-color-yellow-3)';
  return box.data.type ? colourVariable(KIND_COLOUR[box.data.type.kind]) : 'var(--mantine-color-red-filled)';
}

/** An area that takes keys itself: a screen reader must hand the arrows through. */
function keyArea(label: string) {
  return { role: 'application', tabIndex: 0, 'aria-label': label } as const;
}

/** The canvas. It draws the document of the store and turns gestures into commands; it keeps nothing itself. */
export function EditorCanvas() {
  const t = useTexts(editorTexts);
  const { store, canEdit, addNode } = useEditor();
  const { colorScheme } = useMantineColorScheme();
  const { screenToFlowPosition } = useReactFlow();
  const [connecting, setConnecting] = useState<ConnectMode | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { boxes, edges, onNodesChange, onEdgesChange } = useCanvasBoxes(connecting);
  const { isValid, onConnect, onConnectEnd, join } = useJoining();
  const reveal = useReveal();
  const labels = useCanvasLabels();
  const isEmpty = useCanvasState(store, (state) => Object.keys(state.history.present.definition.nodes).length === 0);
  // Fitting an empty canvas would wait for the first node and pull it away from where it was dropped.
  const [fitsAtStart] = useState(!isEmpty);
  const showShortcuts = useCallback(() => setHelpOpen(true), []);
  useCanvasKeys(
    useMemo(
      () => ({ connecting, setConnecting, join, showShortcuts, reveal }),
      [connecting, join, showShortcuts, reveal],
    ),
  );
  useClipboard();
  const frame = useRef<HTMLDivElement>(null);
  useSelectedInView(frame);

  const noteActions = useMemo<NoteActions | null>(
    () =>
      canEdit
        ? {
            write: (note, text) => store.run({ kind: 'edit-note', note, text }),
            resize: (note, width, height) => store.run({ kind: 'edit-note', note, width, height }),
          }
        : null,
    [store, canEdit],
  );
  const onMoved = useCallback(
    (_: unknown, __: unknown, moved: BoxView[]) => store.run({ kind: 'move', ...placesOf(moved) }),
    [store],
  );
  function onDrop(event: DragEvent) {
    const type = event.dataTransfer.getData(DRAG_TYPE);
    if (!type || !canEdit) return;
    event.preventDefault();
    const point = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    addNode(type, { x: point.x - NODE_WIDTH / 2, y: point.y - GRID * 2 });
    // The next key is meant for what was dropped, not for the list it came from.
    event.currentTarget.closest<HTMLElement>('.editor-canvas')?.focus();
  }

  return (
    <div ref={frame} className="editor-canvas" {...keyArea(t('canvas'))}>
      {isEmpty && <div className="editor-hint">{t('emptyCanvas')}</div>}
      {connecting && <ConnectHint mode={connecting} />}
      <NoteActionsContext value={noteActions}>
        <ReactFlow
          nodes={boxes}
          edges={edges}
          nodeTypes={BOX_TYPES}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onNodeDragStop={onMoved}
          isValidConnection={isValid}
          onConnect={onConnect}
          onConnectEnd={onConnectEnd}
          onDrop={onDrop}
          onDragOver={(event) => event.preventDefault()}
          colorMode={colorScheme === 'auto' ? 'system' : colorScheme}
          ariaLabelConfig={labels}
          nodesDraggable={canEdit}
          nodesConnectable={canEdit}
          disableKeyboardA11y
          deleteKeyCode={null}
          multiSelectionKeyCode={MULTI_SELECT}
          snapToGrid
          snapGrid={[GRID, GRID]}
          fitView={fitsAtStart}
          fitViewOptions={FIT}
          minZoom={0.15}
          maxZoom={2}
        >
          <Background variant={BackgroundVariant.Dots} gap={GRID} size={1.5} />
          <Controls showInteractive={false} />
          <MiniMap
            pannable
            zoomable
            nodeColor={minimapColour}
            nodeBorderRadius={8}
            className="editor-minimap"
            style={MINIMAP_SIZE}
          />
        </ReactFlow>
      </NoteActionsContext>
      <ShortcutsDialog isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}

function ConnectHint({ mode }: { readonly mode: ConnectMode }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const { store, types } = useEditor();
  const definition = useCanvasState(store, (state) => state.history.present.definition);
  return (
    <div className="editor-hint" role="status">
      {t('connectMode', {
        from: titleOf(definition, types, mode.source, language),
        to: titleOf(definition, types, mode.target, language),
      })}
    </div>
  );
}
