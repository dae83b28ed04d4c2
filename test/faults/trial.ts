import { and, eq } from 'drizzle-orm';
import type { Manner } from '#nodes/http-target/testing/ledger.ts';
import type { Receiver } from '#nodes/http-target/testing/receiver.ts';
import { HEADLESS_WORKSPACE } from '#server/cli/headless-flow.ts';
import { posting, runStage, runStep } from '#server/db/schema/index.ts';
import { decideUncertain } from '#server/postings/decide-uncertain.ts';
import type { FaultWorld } from './fault-world.ts';

const PERSON = { userId: 'ada', workspaceId: HEADLESS_WORKSPACE, role: 'owner' } as const;

interface Subject {
  readonly manner: Manner;
  readonly orders: number;
  readonly flowId: string;
  readonly books: Receiver;
  /** How often each posting was sent. */
  readonly posts: ReadonlyMap<string, number>;
}

/** What the target's books and our ledger say of each other. */
export interface Tally {
  /** Entries that are in the target's books and posted in ours, under the same reference. */
  readonly posted: number;
  /** Bookings beyond the first of an entry. */
  readonly doubled: number;
  /** Entries that are not in the target's books. */
  readonly lost: number;
  readonly uncertain: number;
  /** Posted in our ledger, but not in the target's books, or under another reference. */
  readonly wrong: number;
}

function numberOf(body: string): string {
  const { journal, pieceNumber } = JSON.parse(body) as { journal: string; pieceNumber: string };
  return `${journal} ${pieceNumber}`;
}

/** One flow to one target, and what became of its documents. */
export class Trial {
  readonly world: FaultWorld;
  readonly subject: Subject;

  constructor(world: FaultWorld, subject: Subject) {
    this.world = world;
    this.subject = subject;
  }

  /** A run that has made all its entries and delivered none. */
  async startDelivery(): Promise<string> {
    const runId = await this.world.start(this.subject.flowId);
    await this.world.drain(runId, () => this.#isDelivering(runId));
    return runId;
  }

  async #isDelivering(runId: string): Promise<boolean> {
    const rows = await this.world.services.db
      .select({ kind: runStep.kind })
      .from(runStage)
      .innerJoin(runStep, and(eq(runStep.runId, runStage.runId), eq(runStep.stage, runStage.stage)))
      .where(and(eq(runStage.runId, runId), eq(runStage.status, 'running')));
    return rows.some(({ kind }) => kind === 'deliver');
  }

  postings() {
    return this.world.services.db.select().from(posting).where(eq(posting.flowId, this.subject.flowId));
  }

  /** Postings whose call may be under way at this moment. */
  async underWay(): Promise<string[]> {
    const rows = await this.postings();
    return rows.filter(({ status, isOpen }) => status === 'intended' && isOpen).map(({ id }) => id);
  }

  async tally(): Promise<Tally> {
    const { books, orders } = this.subject;
    await books.settled();
    const rows = await this.postings();
    const references = new Map(books.bookings.map(({ key, reference }) => [key, reference]));
    const distinct = new Set(books.bookings.map(({ body }) => numberOf(body))).size;
    const said = rows.filter(({ status }) => status === 'posted');
    const posted = said.filter(({ id, reference }) => references.get(id) === reference).length;
    return {
      posted,
      doubled: books.bookings.length - distinct,
      lost: orders - distinct,
      uncertain: rows.filter(({ status }) => status === 'uncertain').length,
      wrong: said.length - posted,
    };
  }

  /** Postings that were sent more than once. */
  sentAgain(): string[] {
    return [...this.subject.posts].filter(([, times]) => times > 1).map(([key]) => key);
  }

  /** A person looks into the target's books for each uncertain posting, says what is there, and runs the flow again. */
  async decideAndRunAgain(): Promise<void> {
    const { db } = this.world.services;
    const { books, flowId } = this.subject;
    await books.settled();
    const references = new Map(books.bookings.map(({ key, reference }) => [key, reference]));
    const uncertain = (await this.postings()).filter(({ status }) => status === 'uncertain');
    const last = Math.max(0, ...uncertain.map(({ askAfter }) => askAfter?.getTime() ?? 0));
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, last - Date.now())));
    for (const { id } of uncertain) {
      const reference = references.get(id) ?? null;
      await decideUncertain(db, PERSON, { what: { posting: id }, isThere: reference !== null, reference });
    }
    await this.world.drain(await this.world.start(flowId));
  }

  close(): Promise<void> {
    return this.subject.books.close();
  }
}
