import type { Edge as FlowEdge, Node as FlowNode } from '@xyflow/react';
import type { NodeTypeInfo } from '#schemas/api/catalogue.ts';
import type { Step } from '#schemas/api/runs.ts';
import type { FlowDefinition } from '#schemas/flow.ts';
import type { Language } from '#schemas/localised.ts';
import { colourVariable, DOCUMENT_COLOUR } from './colours.ts';
import type { NodeTypes } from './connect.ts';
import { edgeId, positionOf } from './document.ts';
import { placesOfNodes, sizeOf } from './layout.ts';

export type Mark = 'added' | 'removed' | 'changed';

/** What a node's box shows. */
export interface NodeData extends Record<string, unknown> {
  readonly title: string;
  readonly type: NodeTypeInfo | undefined;
  readonly typeTitle: string;
  /** Name of the connection; null when one is needed and none chosen; undefined when none is needed. */
  readonly connection: string | null | undefined;
  readonly problems: number;
  readonly step: Step | undefined;
  readonly mark: Mark | undefined;
  /** Offered or refused as target while connecting by keyboard. */
  readonly aim: 'target' | 'source' | undefined;
}
export interface NoteData extends Record<string, unknown> {
  readonly text: string;
}
export type NodeView = FlowNode<NodeData, 'node'>;
export type NoteView = FlowNode<NoteData, 'note'>;
export type BoxView = NodeView | NoteView;

/** What a picture shows beside the flow itself. All optional: a plain picture has none. */
export interface Overlay {
  readonly connectionNames?: ReadonlyMap<string, string>;
  readonly problems?: ReadonlyMap<string, number>;
  readonly steps?: ReadonlyMap<string, Step>;
  readonly marks?: ReadonlyMap<string, Mark>;
}

/** Title of a node for people: its own, else that of its type, else the type's id. */
export function titleOf(definition: FlowDefinition, types: NodeTypes, node: string, language: Language): string {
  const found = definition.nodes[node];
  if (!found) return node;
  return found.title ?? types.get(found.type)?.texts.title[language] ?? found.type;
}

const STEP_HEIGHT = 40;

/** A picture of a run has room for the step's state under each box. */
function boxSize(definition: FlowDefinition, types: NodeTypes, id: string, overlay: Overlay) {
  const { width, height } = sizeOf(definition, types, id);
  return { width, height: overlay.steps?.has(id) ? height + STEP_HEIGHT : height };
}

export function nodeViews(
  definition: FlowDefinition,
  types: NodeTypes,
  language: Language,
  overlay: Overlay = {},
): NodeView[] {
  const places = placesOfNodes(definition, types);
  return Object.entries(definition.nodes).map(([id, node]) => {
    const type = types.get(node.type);
    const name = overlay.connectionNames?.get(node.connection ?? '');
    return {
      id,
      type: 'node' as const,
      position: places[id] ?? positionOf(definition, id),
      ...boxSize(definition, types, id, overlay),
      data: {
        title: titleOf(definition, types, id, language),
        type,
        typeTitle: type?.texts.title[language] ?? node.type,
        connection: type?.connection && overlay.connectionNames ? (name ?? null) : undefined,
        problems: overlay.problems?.get(id) ?? 0,
        step: overlay.steps?.get(id),
        mark: overlay.marks?.get(id),
        aim: undefined,
      },
    };
  });
}

export function noteViews(definition: FlowDefinition): NoteView[] {
  return definition.layout.notes.map(({ id, text, x, y, width, height }) => ({
    // Notes and nodes have ids of their own; the prefix keeps them apart on the canvas.
    id: `note:${id}`,
    type: 'note' as const,
    position: { x, y },
    width,
    height,
    zIndex: -1,
    data: { text },
  }));
}

export function edgeViews(definition: FlowDefinition, types: NodeTypes): FlowEdge[] {
  return definition.edges.map((edge) => {
    const type = types.get(definition.nodes[edge.from.node]?.type ?? '');
    const kind = type?.outputs.find((port) => port.id === edge.from.port)?.kind;
    return {
      id: edgeId(edge),
      source: edge.from.node,
      sourceHandle: edge.from.port,
      target: edge.to.node,
      targetHandle: edge.to.port,
      className: 'canvas-edge',
      style: { stroke: kind ? colourVariable(DOCUMENT_COLOUR[kind]) : 'var(--mantine-color-dimmed)' },
    };
  });
}
