// Writes docs/messages.md, the list of everything the product can say. Run: npx node scripts/list-messages.ts
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MessageCatalogue, MessageText } from '#schemas/messages.ts';

const ROOT = join(import.meta.dirname, '..');
export const MESSAGES_PAGE = join(ROOT, 'docs', 'messages.md');

const INTRODUCTION = `# Messages

What Passerelle can say about a document, a run, a connection or its own start, by code. The product shows each of them in
English, French and Dutch; logs, the command line and this page have the English text. Words in {braces} are filled in.

A document, a log line and an answer of the API carry the code, so that it can be searched for here.

This page is written by \`npx node scripts/list-messages.ts\` from the catalogues in the code.
`;

/** Files that declare messages: found by what they do, so that a new connector needs no entry in a list. */
function catalogueFiles(): string[] {
  return globSync('{schemas,nodes,flows,server,ui}/**/*.ts', { cwd: ROOT, exclude: ['**/dist/**', '**/testing/**'] })
    .filter((path) => !path.endsWith('.test.ts') && path !== 'schemas/messages.ts')
    .filter((path) => /\bdefineMessages\(/.test(readFileSync(join(ROOT, path), 'utf8')))
    .sort();
}

function cataloguesOf(module: Readonly<Record<string, unknown>>): MessageCatalogue[] {
  return Object.values(module).flatMap((value) =>
    typeof value === 'object' && value !== null && 'catalogue' in value ? [value.catalogue as MessageCatalogue] : [],
  );
}

async function collectMessages(): Promise<Map<string, MessageText>> {
  const all = new Map<string, MessageText>();
  for (const path of catalogueFiles()) {
    const module = (await import(pathToFileURL(join(ROOT, path)).href)) as Record<string, unknown>;
    const catalogues = cataloguesOf(module);
    if (catalogues.length === 0) throw new Error(`${path} declares messages and exports none of them`);
    for (const [code, text] of catalogues.flatMap((one) => Object.entries(one))) all.set(code, text);
  }
  return all;
}

function describeMessage([code, { text, remedy }]: readonly [string, MessageText]): string {
  return `### ${code}\n\n${text.en}\n${remedy ? `\nWhat to do: ${remedy.en}\n` : ''}`;
}

/** The page as it should stand in docs/messages.md. */
export async function writeMessagesPage(): Promise<string> {
  const messages = [...(await collectMessages())].sort(([a], [b]) => (a < b ? -1 : 1));
  const rooms = Map.groupBy(messages, ([code]) => code.split('.')[0] ?? '');
  const sections = [...rooms].map(([room, found]) => `## ${room}\n\n${found.map(describeMessage).join('\n')}`);
  return [INTRODUCTION, ...sections].join('\n');
}

if (import.meta.main) writeFileSync(MESSAGES_PAGE, await writeMessagesPage());
