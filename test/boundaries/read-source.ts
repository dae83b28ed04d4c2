import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { childOf, literalText, type TreeNode, walkTree } from './walk-tree.ts';

/** One place where a file asks for another. Type imports vanish at run time and make no cycle there. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  readonly typeOnly: boolean;
}

export interface Source {
  /** Path from the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: readonly TreeNode[];
  readonly comments: readonly { readonly text: string; readonly line: number }[];
  readonly imports: readonly Import[];
  readonly lineOf: (node: { readonly start: number }) => number;
}

function isTypeOnly(node: TreeNode): boolean {
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const specifiers = node['specifiers'];
  if (!Array.isArray(specifiers) || specifiers.length === 0) return false;
  return (specifiers as TreeNode[]).every((one) => one['importKind'] === 'type' || one['exportKind'] === 'type');
}

/** `new URL('../x.ts', import.meta.url)`: how a file that is started or imported later is named. */
function moduleUrl(node: TreeNode): string | null {
  if (node.type !== 'NewExpression' || childOf(node, 'callee')?.['name'] !== 'URL') return null;
  const [first, second] = (node['arguments'] ?? []) as TreeNode[];
  if (first === undefined || second?.type !== 'MemberExpression') return null;
  const text = literalText(first);
  return text !== null && /\.(ts|tsx|mjs)$/.test(text) ? text : null;
}

function importOf(node: TreeNode): { specifier: string; typeOnly: boolean } | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      const specifier = literalText(childOf(node, 'source'));
      return specifier === null ? null : { specifier, typeOnly: isTypeOnly(node) };
    }
    case 'ImportExpression': {
      const specifier = literalText(childOf(node, 'source'));
      return specifier === null ? null : { specifier, typeOnly: false };
    }
    case 'TSImportType': {
      const specifier = literalText(childOf(node, 'source'));
      return specifier === null ? null : { specifier, typeOnly: true };
    }
    default: {
      const specifier = moduleUrl(node);
      return specifier === null ? null : { specifier, typeOnly: false };
    }
  }
}

/**
 * Reads one file with a real parser, so that a comment or a text that looks like an import is none.
 *
 * @throws Error when the file has a syntax error: a file that cannot be read must not pass for one without imports
 */
export function readSource(root: string, path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? 'syntax error'}`);
  const lineOf = ({ start }: { readonly start: number }) => text.slice(0, start).split('\n').length;
  const tree = [...walkTree(program)];
  const imports = tree.flatMap((node) => {
    const found = importOf(node);
    return found ? [{ ...found, line: lineOf(node) }] : [];
  });
  return {
    path,
    text,
    tree,
    imports,
    lineOf,
    comments: comments.map((comment) => ({ text: comment.value, line: lineOf(comment) })),
  };
}
