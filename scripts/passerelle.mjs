#!/usr/bin/env node
// Plain JavaScript on purpose: an old Node must be able to read it, to hand over to the right one or to say what to do.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WANTED = 24;
const root = fileURLToPath(new URL('..', import.meta.url));
const present = Number(process.versions.node.split('.')[0]);

if (present < WANTED) {
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(own) || process.env.PASSERELLE_HANDED_OVER) {
    process.stderr.write(
      `Passerelle needs Node ${WANTED} and this is Node ${process.versions.node}. ` +
        'Run "npm install" in its folder, then start it with "npm start": npm brings the right Node along.\n',
    );
    process.exit(2);
  }
  const env = { ...process.env, PASSERELLE_HANDED_OVER: '1' };
  const { status } = spawnSync(own, [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env,
  });
  process.exit(status ?? 1);
}

const { main } = await import(new URL('../server/cli/main.ts', import.meta.url));
process.exitCode = await main(process.argv.slice(2));
