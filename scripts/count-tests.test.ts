import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countTests } from './count-tests.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-count-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function report(...files: { status: string; tests: string[] }[]): string {
  const path = join(folder, 'report.json');
  const testResults = files.map(({ status, tests }) => ({
    status,
    assertionResults: tests.map((one) => ({ status: one })),
  }));
  writeFileSync(path, JSON.stringify({ testResults }));
  return path;
}

test('passed and failed tests are counted over all files; skipped ones are neither', () => {
  const path = report(
    { status: 'passed', tests: ['passed', 'passed', 'skipped'] },
    { status: 'failed', tests: ['passed', 'failed', 'failed'] },
  );
  expect(countTests(path, 1)).toEqual({ passed: 3, failed: 2 });
});

test('a file that did not load is one failure', () => {
  expect(countTests(report({ status: 'failed', tests: [] }), 1)).toEqual({ passed: 0, failed: 1 });
});

test('a run that failed otherwise, or left no report, never counts as success', () => {
  expect(countTests(report({ status: 'passed', tests: ['passed'] }), 1)).toEqual({ passed: 1, failed: 1 });
  expect(countTests(join(folder, 'absent.json'), 1)).toEqual({ passed: 0, failed: 1 });
});
