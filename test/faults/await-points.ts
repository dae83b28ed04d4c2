import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpClient } from '#nodes/kit/http.ts';
import type { DeliverNodeType, NodeType } from '#nodes/kit/node-type.ts';
import type { Sql } from '#server/db/database.ts';

/*
 * Where a process that delivers waits for somebody else, and how it dies there. The points are found by being passed:
 * every statement, every begin and commit, and every call to the target, whatever the code around them looks like.
 */

/** How long a call is under way before the process dies beside it: long enough to have left, too short for an answer. */
const UNDER_WAY_MS = 4;

export interface Fate {
  /** Points at which some process has died before: this one passes them. */
  readonly known: readonly string[];
  /** It dies at this point of its life at the latest, known or not; null for one that may live. */
  readonly longest: number | null;
  /** Which calls of a wave count as points of their own: the calls of a wave are all made at one place of the code. */
  readonly calls: readonly number[];
}

/** Nothing is cleaned up: no finally, no rollback, no closed socket but those that the system closes. */
async function die(point: string): Promise<never> {
  writeSync(1, `${point}\n`);
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

/** A statement without what differs from one execution to the next. */
function shapeOf(statement: string): string {
  const shape = statement
    .replaceAll(/\$\d+(\s*,\s*\$\d+)*/g, '$')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return shape.length > 150 ? `${shape.slice(0, 70)} … ${shape.slice(-70)}` : shape;
}

/** Counts the points of a life, and ends it at the one that is meant for it. */
export class AwaitPoints {
  readonly #known: ReadonlySet<string>;
  readonly #fate: Fate;
  #passed = 0;
  #wave = '';
  #commits = 0;
  /** Calls of the batch, by method. */
  #sent = new Map<string, number>();

  constructor(fate: Fate) {
    this.#fate = fate;
    this.#known = new Set(fate.known);
  }

  /** @param wave what is known of it: "fresh", "again" … */
  beginBatch(wave: string): void {
    this.#wave = wave;
    this.#commits = 0;
    this.#sent.clear();
  }

  #isFatal(point: string): boolean {
    this.#passed += 1;
    return !this.#known.has(point) || this.#passed === this.#fate.longest;
  }

  #pointOf(what: string): string {
    const calls = this.#sent.size > 0 ? ', calls made' : '';
    return `${this.#wave}, ${this.#commits} committed${calls}: ${what}`;
  }

  async #pass(what: string): Promise<void> {
    const point = this.#pointOf(what);
    if (this.#isFatal(point)) await die(point);
  }

  /** Nothing is sent before somebody waits for it, as with the driver's own. */
  #statement<Query extends PromiseLike<unknown>>(query: Query, text: string): Query {
    return new Proxy(query, {
      get: (target, name) => {
        const own: unknown = Reflect.get(target, name);
        if (typeof own !== 'function') return own;
        if (name === 'values') return () => this.#statement(own.call(target), text);
        if (name !== 'then') return own.bind(target);
        const passed = () => this.#pass(shapeOf(text)).then(() => target);
        return (...ends: Parameters<Query['then']>) => passed().then(...ends);
      },
    });
  }

  /** The driver with a point at every statement, and around every commit. */
  wrapSql<Client extends object>(client: Client): Client {
    return new Proxy(client, {
      get: (target, name) => {
        const own: unknown = Reflect.get(target, name);
        if (typeof own !== 'function') return own;
        if (name === 'unsafe') {
          return (text: string, ...rest: unknown[]) => this.#statement(own.call(target, text, ...rest), text);
        }
        return name === 'begin' ? this.#begin(own.bind(target)) : own.bind(target);
      },
    });
  }

  #begin(begin: (work: (tx: Sql) => Promise<unknown>) => Promise<unknown>) {
    return async (work: (tx: Sql) => Promise<unknown>) => {
      await this.#pass('begin');
      const result = await begin(async (tx) => {
        const done = await work(this.wrapSql(tx));
        await this.#pass('commit');
        const late = this.#pointOf('commit under way');
        if (this.#isFatal(late)) setImmediate(() => void die(late));
        return done;
      });
      this.#commits += 1;
      await this.#pass('committed');
      return result;
    };
  }

  /** The client with points before a call is made, while it is under way, and when its answer is there. */
  #wrapHttp(http: HttpClient): HttpClient {
    return {
      send: async (request) => {
        const { method = 'GET' } = request;
        const nth = (this.#sent.get(method) ?? 0) + 1;
        this.#sent.set(method, nth);
        const isPoint = this.#fate.calls.includes(nth);
        const name = (moment: string) => `${this.#wave}: ${method} no. ${nth} ${moment}`;
        if (isPoint && this.#isFatal(name('not sent'))) await die(name('not sent'));
        const answer = http.send(request);
        if (isPoint && this.#isFatal(name('under way'))) {
          answer.catch(() => undefined);
          await sleep(UNDER_WAY_MS);
          await die(name('under way'));
        }
        const response = await answer;
        if (isPoint && this.#isFatal(name('answered'))) await die(name('answered'));
        return response;
      },
    };
  }

  wrapNode(type: NodeType): NodeType {
    if (type.kind !== 'deliver') return type;
    const { lookup } = type;
    const deliver: DeliverNodeType['deliver'] = (context, item) =>
      type.deliver({ ...context, http: this.#wrapHttp(context.http) }, item);
    if (!lookup) return { ...type, deliver };
    const ask: typeof lookup = (context, item) => lookup({ ...context, http: this.#wrapHttp(context.http) }, item);
    return { ...type, deliver, lookup: ask };
  }
}
