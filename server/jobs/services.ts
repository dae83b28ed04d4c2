import type { Logger } from 'pino';
import type { Registry } from '#nodes/kit/registry.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { ConnectionLimits } from '../limits/connection-limits.ts';
import type { Leases } from '../limits/leases.ts';
import type { Vault } from '../vault/vault.ts';

/** What the engine works with; built once by the composition root. */
export interface EngineServices {
  readonly db: Database;
  readonly registry: Registry;
  readonly vault: Vault;
  readonly config: Pick<Config, 'allowPrivateNetwork'> & Partial<Pick<Config, 'publicUrl'>>;
  readonly logger: Logger;
  /** Waits before a failed batch is tried again, one an attempt; after the last the run fails. */
  readonly retryDelaysMs: readonly number[];
  readonly now: () => Date;
  /** What a registered worker shares with the others; whoever takes a run forward by hand, a test, has nobody to share with. */
  readonly sharing?: { readonly limits: ConnectionLimits; readonly leases: Leases };
}

/** Long enough to outlast a shop's restart, short enough that somebody who watches still sees it. */
export const PATIENT_RETRIES_MS = [5_000, 30_000, 120_000, 600_000];
/** For a headless run, whose caller waits: the HTTP client has already tried several times by itself. */
export const IMPATIENT_RETRIES_MS = [1_000];
