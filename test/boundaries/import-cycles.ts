import type { Source } from './read-source.ts';
import { resolveImport } from './resolve-import.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

/** Who needs whom at run time; types are gone by then. */
function runTimeGraph(sources: readonly Source[]): Graph {
  const known = new Set(sources.map((source) => source.path));
  return new Map(
    sources.map((source) => [
      source.path,
      source.imports
        .filter((one) => !one.typeOnly)
        .map((one) => resolveImport(source.path, one.specifier))
        .flatMap((target) => ('file' in target && known.has(target.file) ? [target.file] : [])),
    ]),
  );
}

/** The first way from the file back to itself, found depth first; null when there is none. */
function cycleFrom(start: string, graph: Graph, cleared: Set<string>): string[] | null {
  const path: string[] = [];
  const onPath = new Set<string>();
  const visit = (file: string): string[] | null => {
    if (onPath.has(file)) return [...path.slice(path.indexOf(file)), file];
    if (cleared.has(file)) return null;
    path.push(file);
    onPath.add(file);
    for (const next of graph.get(file) ?? []) {
      const found = visit(next);
      if (found) return found;
    }
    path.pop();
    onPath.delete(file);
    cleared.add(file);
    return null;
  };
  return visit(start);
}

/** Files that need each other at run time: which of them is ready first then depends on who asks first. */
export function findImportCycles(sources: readonly Source[]): string[] {
  const graph = runTimeGraph(sources);
  const cleared = new Set<string>();
  const cycles: string[] = [];
  for (const file of graph.keys()) {
    const cycle = cycleFrom(file, graph, cleared);
    if (!cycle) continue;
    cycles.push(`cycle: ${cycle.join(' → ')}`);
    for (const member of cycle) cleared.add(member);
  }
  return cycles;
}
