// Which rows of docs/checklist.md have a test that passed in the last run. Run: npm run checklist
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..');
export const CHECKLIST_PAGE = join(ROOT, 'docs', 'checklist.md');
/** Where "npm test" leaves what it ran; kept until the next run. */
export const TEST_REPORT = join(ROOT, 'test', '.artifacts', 'report.json');

export interface Row {
  readonly id: string;
  readonly section: string;
  readonly feature: string;
  /** 1 is needed first, 2 next, 3 later. */
  readonly priority: number;
}

export interface Section {
  readonly name: string;
  readonly shown: readonly Row[];
  readonly missing: readonly Row[];
}

const ROW = /^\| ((?:AT|HD|BH|EF|BB|F)-\d+) \|(.+)\|$/;
const HEADING = /^#{2,3} (([A-F]\d*)[.\s].*)$/;
/** A test's name begins with the rows that it shows: "AT-131 …", "AT-131, AT-133 …". */
const ROWS_OF_NAME = /^(?:(?:AT|HD|BH|EF|BB|F)-\d+[\s,/]*)+/;
const ID = /(?:AT|HD|BH|EF|BB|F)-\d+/g;

/** The rows of the page with the heading that they stand under. */
export function readRows(page: string): Row[] {
  let section = '';
  return page.split('\n').flatMap((line): Row[] => {
    const heading = HEADING.exec(line);
    if (heading) section = heading[1] ?? '';
    const [, id = '', rest = ''] = ROW.exec(line) ?? [];
    if (id === '') return [];
    const cells = rest.split('|').map((cell) => cell.trim());
    const priority = Number(cells.find((cell) => /^[123]$/.test(cell)));
    if (!priority) throw new Error(`row ${id} has no priority`);
    return [{ id, section, feature: cells[0] ?? '', priority }];
  });
}

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string;
      readonly title: string;
      readonly ancestorTitles: readonly string[];
    }[];
  }[];
}

/** Rows named at the beginning of a test that passed, or of a group that it stands in; one that failed shows nothing. */
export function shownRows({ testResults }: Report): Set<string> {
  const passed = new Set<string>();
  const failed = new Set<string>();
  for (const { status, title, ancestorTitles } of testResults.flatMap((file) => file.assertionResults)) {
    const ids = [...ancestorTitles, title].flatMap((name) => ROWS_OF_NAME.exec(name)?.[0].match(ID) ?? []);
    for (const id of ids) {
      if (status === 'passed') passed.add(id);
      else if (status === 'failed') failed.add(id);
    }
  }
  return new Set([...passed].filter((id) => !failed.has(id)));
}

/** The sections in the order of the page, with the rows up to a priority; a row of section F counts whatever it is. */
export function bySection(rows: readonly Row[], shown: ReadonlySet<string>, upTo: number): Section[] {
  const wanted = rows.filter(({ priority, section }) => priority <= upTo || section.startsWith('F'));
  return [...Map.groupBy(wanted, ({ section }) => section)].map(([name, of]) => ({
    name,
    shown: of.filter(({ id }) => shown.has(id)),
    missing: of.filter(({ id }) => !shown.has(id)),
  }));
}

function print(sections: readonly Section[]): void {
  for (const { name, shown, missing } of sections) {
    console.log(`${String(shown.length).padStart(3)} of ${shown.length + missing.length}  ${name}`);
    for (const { id, feature } of missing) console.log(`            none: ${id} ${feature.slice(0, 90)}`);
  }
  const total = (key: 'shown' | 'missing') => sections.reduce((sum, section) => sum + section[key].length, 0);
  console.log(
    `\n${total('shown')} rows have a passing test, ${total('missing')} have none (priorities 1 and 2, and all of F)`,
  );
}

function main(): void {
  if (!existsSync(TEST_REPORT)) {
    console.error('No test run to look at: run "npm test" first.');
    process.exitCode = 1;
    return;
  }
  const report = JSON.parse(readFileSync(TEST_REPORT, 'utf8')) as Report;
  print(bySection(readRows(readFileSync(CHECKLIST_PAGE, 'utf8')), shownRows(report), 2));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
