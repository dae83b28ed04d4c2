/** A node of a syntax tree in the ESTree shape, as far as the rules look at it. */
export interface TreeNode {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

export function childOf(node: TreeNode, field: string): TreeNode | null {
  const value = node[field];
  return isTreeNode(value) ? value : null;
}

/** The node and everything under it, parents first. */
export function* walkTree(node: unknown): Generator<TreeNode> {
  if (Array.isArray(node)) {
    for (const item of node) yield* walkTree(item);
    return;
  }
  if (!isTreeNode(node)) return;
  yield node;
  for (const value of Object.values(node)) if (typeof value === 'object') yield* walkTree(value);
}

/** The text of a string literal, or of a template without holes; null for anything computed. */
export function literalText(node: TreeNode | null): string | null {
  if (node?.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node?.type !== 'TemplateLiteral') return null;
  const quasis = node['quasis'];
  if (!Array.isArray(quasis) || quasis.length !== 1) return null;
  const [only] = quasis as { value?: { cooked?: unknown } }[];
  return typeof only?.value?.cooked === 'string' ? only.value.cooked : null;
}
