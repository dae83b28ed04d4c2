import { AuthError } from '#schemas/errors.ts';
import {
  type Bench,
  benchFor,
  failureOf,
  findLeaks,
  readAll,
  run,
  type SourceTrial,
  type Witness,
} from './conformance-live.ts';
import type { SourceContext } from './context.ts';
import type { Json, SourceNodeType } from './node-type.ts';
import { holdsSecret } from './redact.ts';
import { type FakeRegistrations, type FakeServer, MEDDLINGS } from './testing.ts';
import type { WebhookCall, WebhookSupport } from './webhook.ts';

/*
 * The part of the conformance suite about documents that are read again by their keys and about webhooks: a source that
 * loses one there loses money without a word.
 */

const MOST_KEYS = 100;
const ALWAYS = 1000;
/** A period in which no fake has anything: the period does not count here. */
const LONG_AGO = { from: '1990-01-01', to: '1990-01-02' };

type Context = SourceContext<unknown>;

function contextFor(bench: Bench, config: unknown): Context {
  return { ...bench, config, run: { ...run, period: LONG_AGO } };
}

async function findFetchProblems(trial: SourceTrial, context: Context): Promise<string[]> {
  const fetch = trial.type.fetch;
  if (!fetch) return [];
  const read = (await readAll(trial)).flat().map((text) => text.slice(text.indexOf(' ') + 1));
  const keys = read.slice(0, MOST_KEYS).reverse();
  const [first = ''] = keys;
  const given = (await fetch(context, keys)).map((item) => item.key);
  const repeated = given.filter((key, at) => given.indexOf(key) !== at);
  const strange = await failureOf(fetch(context, [`${first}0000000`, 'nothing:of:ours']), trial.witness);
  const alone = (await fetch(context, [first])).map((item) => item.key);
  trial.fake.misbehave({ kind: 'refuse-credentials' }, { times: ALWAYS });
  const refused = await failureOf(fetch(context, [first]), trial.witness);
  return [
    ...keys.filter((key) => !given.includes(key)).map((key) => `"${key}" was asked for again and not given`),
    ...repeated.map((key) => `"${key}" was asked for once and given twice`),
    ...(strange === null ? [] : [`a key of nothing gave ${String(strange)}: it must be left out`]),
    ...(alone.includes(first) ? [] : [`"${first}" asked for by itself was not given`]),
    ...(refused instanceof AuthError ? [] : [`refused credentials gave ${String(refused)}, not an AuthError`]),
  ];
}

const SECRET_SHOWS = 'the secret of the webhooks shows in a log line or error';
const WANTED = { address: 'https://books.example/hooks/conformance', secret: 'SeventeenLetters1Secret' };

/** What is wrong with the registrations as they stand. */
function judge(registrations: FakeRegistrations, count: number, when: string): string[] {
  const present = registrations.present();
  const sound = present.filter(({ address, isActive }) => isActive && address === WANTED.address);
  return present.length === count && sound.length === count
    ? []
    : [`${when}: ${present.length} registrations, ${sound.length} of them sound, where ${count} were wanted`];
}

async function findRegistrationProblems(support: WebhookSupport, context: Context, fake: FakeRegistrations) {
  const { register, remove } = support;
  if (!register || !remove) return [];
  let known: Json = null;
  /** What is known goes through JSON, as in the database. */
  const settle = async () => {
    const { known: next, repaired } = await register(context, WANTED, known);
    known = JSON.parse(JSON.stringify(next)) as Json;
    return repaired;
  };
  await settle();
  const count = fake.present().length;
  const problems = count === 0 ? ['nothing was registered'] : judge(fake, count, 'after registering');
  if (await settle()) problems.push('a second look mended what was sound');
  for (const how of MEDDLINGS) {
    fake.meddle(how);
    if (!(await settle())) problems.push(`${how}: nothing was said to be mended`);
    problems.push(...judge(fake, count, how));
  }
  known = null;
  await settle();
  problems.push(...judge(fake, count, 'after what was known was lost'));
  await remove(context, WANTED.address, known);
  problems.push(...judge(fake, 0, 'after removing'));
  await remove(context, WANTED.address, known);
  known = null;
  await settle();
  await remove(context, WANTED.address, null);
  problems.push(...judge(fake, 0, 'after removing what was not kept'));
  return problems;
}

function isTaken(support: WebhookSupport, call: WebhookCall): boolean {
  try {
    return support.verify(call, WANTED.secret, new Date());
  } catch {
    return false;
  }
}

function tampered({ headers, body }: WebhookCall): WebhookCall {
  const changed = Buffer.from(body);
  changed.write(changed[0] === 0x20 ? '\n' : ' ', 0);
  return { headers, body: changed };
}

async function findCallProblems(type: SourceNodeType, support: WebhookSupport, context: Context, fake: FakeServer) {
  if (!fake.webhooks) return [`${type.id} has webhooks, and its fake has none to try them on`];
  const { call, key } = fake.webhooks.sample(WANTED.secret);
  const other = fake.webhooks.sample('AnotherSecretAltogether');
  const hint = support.read(call, context.connection);
  const again = support.read(call, context.connection);
  const given = hint && type.fetch && !hint.documents ? await type.fetch(context, hint.keys) : (hint?.documents ?? []);
  return [
    ...(isTaken(support, call) ? [] : ['a call that is signed well is refused']),
    ...(isTaken(support, other.call) ? ['a call signed with another secret is taken'] : []),
    ...(isTaken(support, tampered(call)) ? ['a call whose body was changed is taken'] : []),
    ...(isTaken(support, { headers: {}, body: call.body }) ? ['a call without a signature is taken'] : []),
    ...(hint?.keys.includes(key) ? [] : [`a call about "${key}" tells of ${hint?.keys.join(', ') ?? 'nothing'}`]),
    ...(hint?.deliveryId === again?.deliveryId ? [] : ['the same call has two delivery ids']),
    ...(given.some((item) => item.key === key) ? [] : [`"${key}", which a call told of, cannot be read`]),
  ];
}

/** Tries the documents read again, and the webhooks, of a source on fresh fakes; what it does wrong, as sentences. */
export async function findAgainProblems(
  type: SourceNodeType,
  config: unknown,
  startFake: () => Promise<FakeServer>,
): Promise<string[]> {
  const witness: Witness = { texts: [], waits: [] };
  const support = type.webhooks;
  const trials = [
    (fake: FakeServer, context: Context) => findFetchProblems({ type, config, fake, witness }, context),
    async (fake: FakeServer, context: Context) =>
      support && fake.webhooks ? findRegistrationProblems(support, context, fake.webhooks) : [],
    async (fake: FakeServer, context: Context) => (support ? findCallProblems(type, support, context, fake) : []),
  ];
  const problems: string[] = [];
  for (const attempt of trials) {
    const fake = await startFake();
    const bench = benchFor(fake, type.connection ?? '', witness, null);
    try {
      problems.push(...(await attempt(fake, contextFor(bench, config))), ...findLeaks(fake, witness));
      if (witness.texts.some((text) => holdsSecret(text, [WANTED.secret]))) problems.push(SECRET_SHOWS);
    } finally {
      await bench.close();
      await fake.close();
    }
  }
  return [...new Set(problems)];
}
