import { z } from 'zod';
import type { Memory } from '#nodes/kit/context.ts';

const knownSchema = z.object({
  isValid: z.boolean(),
  checkedAt: z.iso.datetime(),
  consultation: z.string().nullable(),
  name: z.string().nullable(),
});
/** What VIES said of a number, and when. */
export type Known = z.infer<typeof knownSchema>;

const DAY_MS = 86_400_000;

/** A proof belongs to who asked: the same number asked about under another own number is another question. */
function keyOf(number: string, requester: string): string {
  return `${requester}>${number}`;
}

/** Answers that are recent enough, by number. One given with an older proof of another form is forgotten. */
export async function recall(
  memory: Memory,
  numbers: readonly string[],
  requester: string,
): Promise<Map<string, Known>> {
  const kept = await memory.get(numbers.map((number) => keyOf(number, requester)));
  return new Map(
    numbers.flatMap((number) => {
      const known = knownSchema.safeParse(kept.get(keyOf(number, requester))?.value).data;
      return known ? [[number, known] as const] : [];
    }),
  );
}

/** Keeps a "yes" for the days of the settings, and a "no" for one: it may have been a number that was just given. */
export async function remember(
  memory: Memory,
  number: string,
  requester: string,
  known: Known,
  validDays: number,
): Promise<void> {
  const days = known.isValid ? validDays : 1;
  await memory.put(keyOf(number, requester), known, new Date(Date.parse(known.checkedAt) + days * DAY_MS));
}
