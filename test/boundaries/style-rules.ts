import { isTestCode } from './list-sources.ts';
import type { Source } from './read-source.ts';
import { childOf, type TreeNode } from './walk-tree.ts';

const LONGEST_FILE = 400;
/** Ways to silence a tool, and promises to come back later. */
const FORBIDDEN_COMMENT = /@ts-(ignore|expect-error|nocheck)|biome-ignore|\b(TODO|FIXME|XXX)\b/;
const EMPTY_NAME = /\b(utils|helpers|common|misc)\.tsx?$/;

function findTypeHoles(source: Source): string[] {
  return source.tree
    .filter((node) => node.type === 'TSAnyKeyword' || node.type === 'TSNonNullExpression')
    .map((node) => {
      const what = node.type === 'TSAnyKeyword' ? '"any"' : 'an assertion with "!"';
      return `${source.path}:${source.lineOf(node)}: ${what} switches the compiler off`;
    });
}

function findSilencers(source: Source): string[] {
  return source.comments
    .filter((comment) => FORBIDDEN_COMMENT.test(comment.text))
    .map((comment) => `${source.path}:${comment.line}: the comment "${comment.text.trim().slice(0, 40)}"`);
}

function findLongFile(source: Source): string[] {
  const lines = source.text.split('\n').length - 1;
  if (isTestCode(source.path) || lines <= LONGEST_FILE) return [];
  return [`${source.path}: ${lines} lines, ${LONGEST_FILE} at most`];
}

/** Holes in the types, silenced tools, left-over promises, names that say nothing and files too long to read. */
export function findStyleProblems(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => [
    ...findTypeHoles(source),
    ...findSilencers(source),
    ...findLongFile(source),
    ...(EMPTY_NAME.test(source.path) ? [`${source.path}: a name that says nothing`] : []),
  ]);
}

/** How a decimal could become a JavaScript number, or be rounded as one. */
function floatCall(node: TreeNode): string | null {
  if (node.type === 'UnaryExpression') return node['operator'] === '+' ? 'unary +' : null;
  if (node.type !== 'CallExpression') return null;
  const callee = childOf(node, 'callee');
  if (callee?.type === 'Identifier') {
    const name = String(callee['name']);
    return name === 'parseFloat' || name === 'Number' ? name : null;
  }
  if (callee?.type !== 'MemberExpression') return null;
  const owner = childOf(callee, 'object')?.['name'];
  const name = childOf(callee, 'property')?.['name'];
  if (name === 'toFixed' || name === 'toNumber' || name === 'parseFloat') return String(name);
  return owner === 'Math' && name === 'round' ? 'Math.round' : null;
}

/**
 * Places in the rooms of money where a number could slip in, except those listed with their reason.
 *
 * @param allowed by path, then by call ("toFixed"): why it is no amount in a float
 */
export function findFloatProblems(
  sources: readonly Source[],
  rooms: readonly string[],
  allowed: Readonly<Record<string, Readonly<Record<string, string>>>>,
): string[] {
  const money = sources.filter(
    (source) => !isTestCode(source.path) && rooms.some((room) => source.path.startsWith(`${room}/`)),
  );
  const calls = money.flatMap((source) =>
    source.tree.flatMap((node) => {
      const call = floatCall(node);
      return call === null ? [] : [{ path: source.path, call, line: source.lineOf(node) }];
    }),
  );
  const found = calls
    .filter(({ path, call }) => allowed[path]?.[call] === undefined)
    .map(({ path, call, line }) => `${path}:${line}: ${call} may turn an amount into a float`);
  const stale = Object.entries(allowed).flatMap(([path, names]) =>
    Object.keys(names)
      .filter((name) => !calls.some((one) => one.path === path && one.call === name))
      .map((name) => `${path}: ${name} is allowed here but does not occur any more`),
  );
  return [...found, ...stale];
}
