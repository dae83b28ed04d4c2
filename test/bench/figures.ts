import { readdirSync, readFileSync } from 'node:fs';

/** How `npm start` starts Node: without it the garbage of loading modules alone takes some 100 MB more. */
export const NODE_FLAGS = ['--max-semi-space-size=8'];

/** Clock ticks of /proc a second, which Linux fixes at 100 for programs. */
const TICKS_PER_SECOND = 100;

interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  /** User and system time of the process and of its children that have ended, in seconds. */
  readonly cpu: number;
}

function readStat(pid: number): ProcessStat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const command = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
    return { pid, parent: Number(fields[1]), command, cpu: ticks / TICKS_PER_SECOND };
  } catch {
    return null;
  }
}

/** CPU seconds used so far by all processes of a PostgreSQL server, by the id of its postmaster. Linux only. */
export function serverCpu(postmaster: number): number {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readStat(Number(name)) ?? []) : []));
  return all
    .filter(({ pid, parent }) => pid === postmaster || parent === postmaster)
    .reduce((sum, { cpu }) => sum + cpu, 0);
}

export function processCpu(pid: number): number {
  return readStat(pid)?.cpu ?? 0;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** "12,345" or "1.23": three digits that mean something. */
export function show(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
