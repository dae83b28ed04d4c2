import { AuthError } from '#schemas/errors.ts';
import { LANGUAGES } from '#schemas/localised.ts';
import { benchFor, failureOf, findLeaks, readAll, type Witness } from './conformance-live.ts';
import type { ConnectionType } from './connection-type.ts';
import type { NodeType, SourceNodeType } from './node-type.ts';
import type { FakeServer } from './testing.ts';

/** Whether a node changes something on the system of its connection. */
function changesThere(type: NodeType): boolean {
  if (type.kind === 'deliver' || type.kind === 'enrich') return true;
  return type.kind === 'source' && (type.webhooks?.register !== undefined || type.marks !== undefined);
}

/**
 * What is wrong with the rights that a connection type asks for: one that changes something and that no node of its
 * connector has a use for, or that does not say what for.
 */
export function findRightProblems({ id, rights = [] }: ConnectionType, nodeTypes: readonly NodeType[]): string[] {
  const where = `connection ${id}`;
  const isNeeded = nodeTypes.some((type) => type.connection === id && changesThere(type));
  const ids = rights.map((right) => right.id);
  return [
    ...ids.filter((one, at) => ids.indexOf(one) !== at).map((one) => `${where}: the right "${one}" stands there twice`),
    ...rights.flatMap(({ id: right, access, purpose }) => {
      if (access === 'read') return [];
      if (!isNeeded) return [`${where}: asks for the right "${right}" to change things, and no node changes any`];
      const isSaid = LANGUAGES.every((language) => (purpose?.[language] ?? '').trim() !== '');
      return isSaid ? [] : [`${where}: does not say in every language what the right "${right}" is for`];
    }),
  ];
}

interface RightTrial {
  readonly type: ConnectionType;
  readonly source: SourceNodeType;
  readonly config: unknown;
  readonly startFake: () => Promise<FakeServer>;
}

async function tryWith(trial: RightTrial, granted: readonly string[], witness: Witness) {
  const fake = await trial.startFake();
  const bench = benchFor(fake, trial.type.id, witness, null);
  try {
    if (!fake.grant) throw new Error(`the fake of ${trial.type.id} cannot be given rights`);
    fake.grant(granted);
    const tested = await failureOf(trial.type.test(bench), witness);
    const { source, config } = trial;
    const read = tested ? null : await failureOf(readAll({ type: source, config, fake, witness }), witness);
    return { tested, read, leaks: findLeaks(fake, witness) };
  } finally {
    await bench.close();
    await fake.close();
  }
}

/**
 * Tries a connection type on fakes whose account has some of its rights only; what it does wrong, as sentences: with the
 * rights to read everything has to work, and without any of them the test has to fail, naming it.
 */
export async function findMissingRightProblems(trial: RightTrial): Promise<string[]> {
  const witness: Witness = { texts: [], waits: [] };
  const reading = (trial.type.rights ?? []).filter(({ access }) => access === 'read').map(({ id }) => id);
  const least = await tryWith(trial, reading, witness);
  const problems = [...least.leaks];
  if (least.tested) problems.push(`with the rights to read alone the test fails: ${String(least.tested)}`);
  if (least.read) problems.push(`with the rights to read alone reading fails: ${String(least.read)}`);
  for (const missing of reading) {
    const granted = reading.filter((right) => right !== missing);
    const { tested, leaks } = await tryWith(trial, granted, witness);
    problems.push(...leaks);
    if (tested === null) problems.push(`the test passes without the right "${missing}"`);
    else if (!(tested instanceof AuthError) || !tested.detail.text.includes(missing)) {
      problems.push(`the test does not name the missing right "${missing}": ${String(tested)}`);
    }
  }
  return [...new Set(problems)];
}
