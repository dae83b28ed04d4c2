import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface CliResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const ROOT = join(import.meta.dirname, '../..');

/** Starts the command line as a process of its own, as a user would. */
export function startCli(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = {
    ...process.env,
    PASSERELLE_ALLOW_PRIVATE_NETWORK: 'true',
    DATABASE_URL: '',
    INIT_CWD: ROOT,
    ...environment,
  };
  return spawn(process.execPath, [join(ROOT, 'scripts/passerelle.mjs'), ...args], { cwd: ROOT, env });
}

export async function runCli(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  const child = startCli(args, environment);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const [exitCode] = (await once(child, 'close')) as [number];
  return { exitCode, stdout, stderr };
}

export interface RunInput {
  readonly flow?: string;
  readonly shop: { readonly fields: object; readonly secrets: object };
  readonly settings?: object;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Line {
  readonly account: string;
  readonly debit: string;
  readonly credit: string;
  readonly role: string;
  readonly vat: { readonly rate: string; readonly country: string | null } | null;
  readonly lineage: readonly { readonly amount: string }[];
}
export interface Entry {
  readonly id: string;
  readonly journal: string;
  readonly date: string;
  readonly currency: string;
  readonly source: { readonly documentKind: string; readonly id: string };
  readonly lines: readonly Line[];
}
export interface DocumentLine {
  readonly kind?: string;
  readonly id?: string;
  readonly key: string;
  readonly label: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly cause: string | null;
}
export interface RunOutput extends CliResult {
  readonly run: {
    readonly status: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly problem: { readonly code: string; readonly text: string } | null;
    readonly steps: readonly { readonly node: string; readonly received: number; readonly emitted: number }[];
  };
  readonly documents: readonly DocumentLine[];
  readonly entries: readonly Entry[];
  readonly files: Readonly<Record<string, Buffer>>;
}

async function readLines<T>(path: string): Promise<T[]> {
  const text = await readFile(path, 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** Runs a template against a shop and reads back what the run wrote. */
export async function runTemplate(input: RunInput): Promise<RunOutput> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-cli-'));
  const connections = join(folder, 'connections.json');
  const shop = { type: 'woocommerce', ...input.shop.fields, ...input.shop.secrets };
  await writeFile(connections, JSON.stringify({ shop }));
  const args = ['run', input.flow ?? 'woocommerce-fec', '--connections', connections, '--out', join(folder, 'out')];
  if (input.settings) {
    await writeFile(join(folder, 'settings.json'), JSON.stringify(input.settings));
    args.push('--settings', join(folder, 'settings.json'));
  }
  const result = await runCli([...args, ...(input.args ?? [])], input.environment);
  const out = join(folder, 'out');
  const names = await readdir(join(out, 'files'));
  const files = await Promise.all(names.map(async (name) => [name, await readFile(join(out, 'files', name))] as const));
  return {
    ...result,
    run: JSON.parse(await readFile(join(out, 'run.json'), 'utf8')) as RunOutput['run'],
    documents: await readLines(join(out, 'documents.ndjson')),
    entries: await readLines(join(out, 'entries.ndjson')),
    files: Object.fromEntries(files),
  };
}
