import { useMemo } from 'react';
import { FlowPicture } from '#ui/canvas/flow-picture.tsx';
import { bothFlows } from './both-flows.ts';
import type { Compared } from './difference.tsx';

/** Both flows in one picture: what is gone, new and changed is marked. */
export function MarkedPicture({ before, after, diff }: Compared) {
  const definition = useMemo(() => bothFlows(before, after, diff), [before, after, diff]);
  const overlay = useMemo(() => ({ marks: new Map(diff.nodes.map(({ node, change }) => [node, change])) }), [diff]);
  return <FlowPicture definition={definition} overlay={overlay} height="260px" />;
}
