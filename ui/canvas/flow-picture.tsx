import '@xyflow/react/dist/style.css';
import './canvas.css';
import { useMantineColorScheme } from '@mantine/core';
import { Background, BackgroundVariant, Controls, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { useMemo } from 'react';
import type { FlowDefinition } from '#schemas/flow.ts';
import { useCatalogue } from '#ui/api/catalogue.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { BOX_TYPES } from './box-types.ts';
import { GRID } from './document.ts';
import { canvasTexts } from './texts.ts';
import { useCanvasLabels } from './use-canvas-labels.ts';
import { useNodeTypes } from './use-node-types.ts';
import { edgeViews, nodeViews, noteViews, type Overlay } from './view.ts';

interface Props {
  readonly definition: FlowDefinition;
  readonly overlay?: Overlay;
  /** CSS height. */
  readonly height?: string;
  readonly onPick?: (node: string) => void;
}

/**
 * A flow to look at: versions, differences, and the steps of a run. It has a provider of its own: opened inside the
 * editor it would otherwise draw into the editor's canvas.
 */
export function FlowPicture(props: Props) {
  return (
    <ReactFlowProvider>
      <Picture {...props} />
    </ReactFlowProvider>
  );
}

function Picture({ definition, overlay, height = '320px', onPick }: Props) {
  const t = useTexts(canvasTexts);
  const language = useLanguage();
  const types = useNodeTypes();
  const { colorScheme } = useMantineColorScheme();
  const labels = useCanvasLabels();
  const isReady = useCatalogue().nodeTypes.length > 0;
  const nodes = useMemo(
    () => [...noteViews(definition), ...nodeViews(definition, types, language, overlay)],
    [definition, types, language, overlay],
  );
  const edges = useMemo(() => edgeViews(definition, types), [definition, types]);
  if (!isReady) return null;
  return (
    <section className="canvas-frame" style={{ height }} aria-label={t('picture')}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={BOX_TYPES}
        colorMode={colorScheme === 'auto' ? 'system' : colorScheme}
        ariaLabelConfig={labels}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={onPick !== undefined}
        edgesFocusable={false}
        elementsSelectable={onPick !== undefined}
        preventScrolling={false}
        zoomOnScroll={false}
        panOnScroll={false}
        fitView
        fitViewOptions={{ padding: 0.12, maxZoom: 1 }}
        minZoom={0.2}
        onNodeClick={(_, node) => onPick?.(node.id)}
      >
        <Background variant={BackgroundVariant.Dots} gap={GRID} size={1} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </section>
  );
}
