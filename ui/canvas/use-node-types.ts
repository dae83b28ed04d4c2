import { useMemo } from 'react';
import { useCatalogue } from '#ui/api/catalogue.ts';
import type { NodeTypes } from './connect.ts';

/** Node types of this installation by id. */
export function useNodeTypes(): NodeTypes {
  const { nodeTypes } = useCatalogue();
  return useMemo(() => new Map(nodeTypes.map((type) => [type.id, type])), [nodeTypes]);
}
