import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bySection, CHECKLIST_PAGE, readRows, shownRows } from './checklist.ts';

const PAGE = `
### A8. Mapping tables [mappage]

| ID | Feature | Product | P | Acceptance criterion |
|---|---|---|---|---|
| AT-120 | Each mapping | Atoo-Sync | 1 | Most specific rule wins |
| AT-136 | Basic mode | Atoo-Sync | 3 | See AT-015 |

## F. Faults visible

| F-06 | Error text | Atoo-Sync | 1 | Each error |
`;
const test = (title: string, status = 'passed', ancestorTitles: string[] = []) => ({ title, status, ancestorTitles });
const reportOf = (...assertionResults: ReturnType<typeof test>[]) => ({ testResults: [{ assertionResults }] });

describe('the checklist', () => {
  it('is read with the heading and the priority of each row', () => {
    expect(readRows(PAGE).map(({ id, section, priority }) => [id, section, priority])).toEqual([
      ['AT-120', 'A8. Mapping tables [mappage]', 1],
      ['AT-136', 'A8. Mapping tables [mappage]', 3],
      ['F-06', 'F. Faults visible', 1],
    ]);
  });

  it('counts a row that a passed test is named after, alone, with others, or by its group', () => {
    const report = reportOf(
      test('AT-120 the most specific wins'),
      test('AT-131, AT-133 both'),
      test('plain', 'passed', ['F-06 errors']),
      test('shows AT-999 somewhere in its name'),
    );
    expect(shownRows(report)).toEqual(new Set(['AT-120', 'AT-131', 'AT-133', 'F-06']));
  });

  it('counts no row of which a test failed or none was run', () => {
    const report = reportOf(test('AT-120 a'), test('AT-120 b', 'failed'), test('F-06 later', 'skipped'));
    const sections = bySection(readRows(PAGE), shownRows(report), 2);
    expect(sections.map(({ shown }) => shown.length)).toEqual([0, 0]);
    expect(sections.flatMap(({ missing }) => missing.map(({ id }) => id))).toEqual(['AT-120', 'F-06']);
  });

  it('has every row of the field on its page', () => {
    const rows = readRows(readFileSync(CHECKLIST_PAGE, 'utf8'));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.filter(({ section }) => section.startsWith('F.'))).toHaveLength(17);
    expect(rows.length).toBeGreaterThan(200);
  });
});
