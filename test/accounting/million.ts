import { proveDocuments } from './prove.ts';
import { proveMissing } from './prove-missing.ts';

/*
 * The proof in full: `npm run test:million [documents] [seed]`. A million generated documents against the oracle, then
 * two hundred thousand with one mapping taken away. It says what it counted; it stops at the first broken promise.
 */

const documents = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_000);
const started = Date.now();
const say = (text: string) => process.stdout.write(`${text}\n`);
const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;

say(`${documents} documents, seed ${seed}`);
let next = documents / 20;
const tally = proveDocuments(documents, seed, ({ emitted, held, skipped, entries }) => {
  const done = emitted + held + skipped;
  if (done < next) return;
  next += documents / 20;
  say(
    `${done} documents: ${emitted} booked in ${entries} entries, ${held} held, ${skipped} free of charge · ${seconds()}`,
  );
});
for (const [reason, count] of tally.reasons) say(`  held for ${reason}: ${count}`);

const batches = Math.ceil(documents / 250);
for (const what of ['rule', 'account'] as const) {
  const missing = proveMissing(what, batches, seed);
  say(
    `one ${what} missing: ${missing.documents} documents, ${missing.affected} needed it and were held · ${seconds()}`,
  );
}
say(`done: nothing out of balance, nothing lost, nothing plugged · ${seconds()}`);
