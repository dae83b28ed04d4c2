/** One flow starts after another. */
export interface Link {
  readonly flow: string;
  readonly after: string;
}

/**
 * The flows that would start each other in a circle if `added` were there too, in the order in which they would start,
 * the first one again at the end; null when there is no circle.
 */
export function findRing(links: readonly Link[], added: Link): string[] | null {
  // Does what starts after `added.flow` lead to `added.after`?
  const paths: string[][] = [[added.flow]];
  const seen = new Set([added.flow]);
  for (let path = paths.shift(); path; path = paths.shift()) {
    const last = path.at(-1);
    if (last === added.after) return [added.after, ...path];
    for (const { flow, after } of links) {
      if (after !== last || seen.has(flow)) continue;
      seen.add(flow);
      paths.push([...path, flow]);
    }
  }
  return null;
}
