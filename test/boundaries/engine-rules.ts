import { isTestCode } from './list-sources.ts';
import type { Source } from './read-source.ts';
import { literalText } from './walk-tree.ts';

/**
 * Places where the engine or the server knows a connector by name: a new one would then not be one folder any more.
 *
 * @param ids node type ids and connection type ids, less the words that mean something else as well
 */
export function findNamedConnectors(sources: readonly Source[], ids: ReadonlySet<string>): string[] {
  return sources
    .filter((source) => /^(flows|server|nodes\/kit)\//.test(source.path) && !isTestCode(source.path))
    .flatMap((source) =>
      source.tree.flatMap((node) => {
        const text = literalText(node);
        if (text === null || !ids.has(text)) return [];
        return [`${source.path}:${source.lineOf(node)}: names the connector "${text}"`];
      }),
    );
}
