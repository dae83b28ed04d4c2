import { posix } from 'node:path';

/** Where an import leads: a file of ours (path from the root), or a package or built-in module by its name. */
export type Target = { readonly file: string } | { readonly package: string };

const ALIAS = /^#(schemas|nodes|flows|server|ui|test)\/(.+)$/;

function packageName(specifier: string): string {
  const [scope = '', name = ''] = specifier.split('/');
  return specifier.startsWith('@') ? `${scope}/${name}` : scope;
}

export function resolveImport(from: string, specifier: string): Target {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return { file: posix.join(posix.dirname(from), bare) };
  const alias = ALIAS.exec(bare);
  if (alias) return { file: `${alias[1]}/${alias[2]}` };
  return { package: bare.startsWith('node:') ? bare : packageName(bare) };
}

/** The room of a file; inside nodes/ each folder is a room of its own ("nodes/kit", "nodes/sftp"). */
export function roomOf(path: string): string {
  const [top = '', second = '', ...rest] = path.split('/');
  if (second === '') return '.';
  return top === 'nodes' && rest.length > 0 ? `nodes/${second}` : top;
}
