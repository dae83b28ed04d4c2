import fc from 'fast-check';
import { batchArbitrary } from './arbitrary-documents.ts';
import { checkCase, newTally, type Tally } from './check-case.ts';
import { mapBatch } from './map-batch.ts';

const CASES_A_BATCH = 25;

/**
 * Maps generated documents and holds every one against the oracle.
 *
 * @param documents at least so many
 * @param seed of the first chunk; each further one has the next
 * @param progress called after each chunk with what was counted so far
 * @throws with the smallest batch that breaks a promise
 */
export function proveDocuments(documents: number, seed: number, progress: (tally: Tally) => void): Tally {
  const tally = newTally();
  const counted = () => tally.emitted + tally.held + tally.skipped;
  for (let chunk = 0; counted() < documents; chunk += 1) {
    const property = fc.property(batchArbitrary(CASES_A_BATCH), ({ config, cases }) => {
      const results = mapBatch(
        cases.flatMap((one) => one.documents),
        config,
      );
      let at = 0;
      for (const one of cases) {
        checkCase(one, config, results.slice(at, at + one.documents.length), tally);
        at += one.documents.length;
      }
    });
    fc.assert(property, { seed: seed + chunk, numRuns: 40, endOnFailure: true });
    progress(tally);
  }
  return tally;
}
