import type { NodeTypeInfo } from '#schemas/api/catalogue.ts';
import type { DocumentKind } from '#schemas/documents/index.ts';

export type NodeKind = NodeTypeInfo['kind'];

export const NODE_KINDS: readonly NodeKind[] = ['trigger', 'source', 'enrich', 'map', 'review', 'render', 'deliver'];

/** Mantine colour of a kind of node: its icon and the edge of its box. */
export const KIND_COLOUR: Record<NodeKind, string> = {
  trigger: 'gray',
  source: 'indigo',
  enrich: 'cyan',
  map: 'petrol',
  review: 'grape',
  render: 'orange',
  deliver: 'teal',
};

/** Mantine colour of a kind of document: ports and edges that carry it. Told apart by their labels too. */
export const DOCUMENT_COLOUR: Record<DocumentKind, string> = {
  'sales-document': 'indigo',
  payment: 'cyan',
  payout: 'violet',
  party: 'pink',
  'journal-entry': 'petrol',
  file: 'orange',
  notice: 'yellow',
};

export function colourVariable(colour: string): string {
  // The filled grey of the theme is nearly black, which would read as the strongest colour of all.
  if (colour === 'gray') return 'var(--mantine-color-gray-5)';
  return `var(--mantine-color-${colour}-filled)`;
}
