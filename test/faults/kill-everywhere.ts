import { randomUUID } from 'node:crypto';
import type { FaultWorld } from './fault-world.ts';
import { MortalProcesses } from './mortal-processes.ts';
import { randomFrom } from './random.ts';
import type { Trial } from './trial.ts';

/** How many points a process passes, at the most, before it dies all the same: deaths go on until the run is over. */
const LONGEST_LIFE = 400;
const SHORTEST_LIFE = 100;

export interface Deaths {
  /** Where processes died, one line a death. */
  readonly points: readonly string[];
  /** Postings whose call may have been under way at a death. */
  readonly underWay: ReadonlySet<string>;
}

/**
 * Takes a run to its end by processes that each die at the first point at which none has died before. The process that
 * sees the end has therefore passed no point of its life at which another did not die.
 *
 * @param calls which calls of a wave are points of their own
 */
export async function killEverywhere(
  world: FaultWorld,
  trial: Trial,
  runId: string,
  { calls, seed }: { readonly calls: readonly number[]; readonly seed: number },
): Promise<Deaths> {
  const known = new Set<string>();
  const points: string[] = [];
  const underWay = new Set<string>();
  const random = randomFrom(seed);
  const processes = await MortalProcesses.create();
  const { url, sql } = world.database;
  try {
    for (;;) {
      const longest = SHORTEST_LIFE + Math.floor(random() * (LONGEST_LIFE - SHORTEST_LIFE));
      const workerId = randomUUID();
      const fate = { known: [...known], longest, calls };
      const point = await processes.live({ url, secretKey: world.secretKey, runId, workerId, fate });
      if (point === null) return { points, underWay };
      points.push(point);
      known.add(point);
      for (const id of await trial.underWay()) underWay.add(id);
      // As the registry does once a process has been silent for long enough.
      await sql`delete from worker_process where id = ${workerId}`;
    }
  } finally {
    await processes.close();
  }
}
