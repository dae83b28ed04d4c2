// What "npm test" does: types, lint, the screens, then every test once. Arguments go to vitest: npm test -- nodes/sftp
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildUi } from '#server/build-ui.ts';
import { TEST_REPORT } from './checklist.ts';
import { type Counts, countTests } from './count-tests.ts';
import { installNeeds } from './install-needs.ts';

const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'node_modules', '.bin');

function heading(title: string): void {
  console.log(`\n== ${title}`);
}

/** Runs a program of node_modules/.bin on the Node that npm brought along, and returns its exit code. */
function run(program: string, args: readonly string[]): number {
  const env = { ...process.env, PATH: `${BIN}${delimiter}${process.env['PATH'] ?? ''}` };
  const { status } = spawnSync(join(BIN, program), args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  return status ?? 1;
}

function check(title: string, program: string, ...args: string[]): boolean {
  heading(title);
  const passed = run(program, args) === 0;
  console.log(passed ? 'passed' : 'FAILED');
  return passed;
}

async function buildScreens(): Promise<boolean> {
  heading('Build of the screens');
  try {
    await buildUi((line) => console.log(line));
    console.log('passed');
    return true;
  } catch (error) {
    console.error(error);
    console.log('FAILED');
    return false;
  }
}

function runTests(args: readonly string[]): Counts {
  heading('Tests');
  // An older report must not speak for a run that died.
  rmSync(TEST_REPORT, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${TEST_REPORT}`];
  const exitCode = run('vitest', ['run', ...reporters, ...args]);
  return countTests(TEST_REPORT, exitCode);
}

heading('What the tests need');
await installNeeds();
const checks = [
  check('Types of the server', 'tsc', '-p', '.'),
  check('Types of the screens', 'tsc', '-p', 'ui'),
  check('Lint and format', 'biome', 'check', '.'),
  await buildScreens(),
];
const tests = runTests(process.argv.slice(2));
const passed = tests.passed + checks.filter((one) => one).length;
const failed = tests.failed + checks.filter((one) => !one).length;
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);
