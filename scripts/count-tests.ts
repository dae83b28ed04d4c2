import { readFileSync } from 'node:fs';

/** What is read of the report that vitest's "json" reporter writes. */
interface Report {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Counts passed and failed tests. A file that failed outside of its tests (it did not load, a hook threw) counts as
 * one failure, and so does a run that failed without any of these: nothing that went wrong may count as nothing.
 *
 * @param path report of vitest's json reporter; a missing one is a failure
 * @param exitCode of vitest
 */
export function countTests(path: string, exitCode: number): Counts {
  const { testResults } = readReport(path);
  let passed = 0;
  let failed = 0;
  for (const { status, assertionResults } of testResults) {
    const inFile = (wanted: string) => assertionResults.filter((one) => one.status === wanted).length;
    passed += inFile('passed');
    failed += status === 'failed' ? Math.max(1, inFile('failed')) : 0;
  }
  return { passed, failed: exitCode === 0 ? failed : Math.max(1, failed) };
}

function readReport(path: string): Report {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch {
    return { testResults: [] };
  }
}
