import type { Logger } from 'pino';
import type { Registry } from '#nodes/kit/registry.ts';
import { type Auth, type AuthOptions, createAuth } from '../auth/auth.ts';
import type { Config } from '../config.ts';
import { createDemos, type Demos } from '../connections/demos.ts';
import type { Database, OpenDatabase } from '../db/database.ts';
import { createHookReceiver, type HookReceiver } from '../hooks/receive-call.ts';
import { createRunEvents, type RunEvents } from '../runs/run-events.ts';
import { loadTemplates, type Template } from '../templates/load-templates.ts';
import { createVault, type Vault } from '../vault/vault.ts';

type AppConfig = Pick<Config, 'host' | 'secretKey' | 'allowPrivateNetwork'> &
  Partial<Pick<Config, 'publicUrl' | 'outgoingAddresses'>>;

/** Everything that the HTTP side works with; built once, at the composition root. */
export interface AppDeps {
  readonly db: Database;
  readonly registry: Registry;
  readonly templates: readonly Template[];
  readonly config: AppConfig;
  readonly vault: Vault;
  readonly auth: Auth;
  readonly authOptions: AuthOptions;
  readonly demos: Demos;
  readonly events: RunEvents;
  /** Takes what other systems tell us. */
  readonly hooks: HookReceiver;
  readonly log: Logger;
  /** The product's version, as shown to people. */
  readonly version: string;
  /** Folder of the embedded database, whose disk may fill up; null when the database is a server of its own. */
  readonly dataFolder: string | null;
  /** Folder of the built UI. */
  readonly uiFolder: string;
  /** Holds every answer against the contract; for tests. */
  readonly checkResponses: boolean;
}

export interface AppOptions {
  readonly database: Pick<OpenDatabase, 'db' | 'sql'>;
  readonly registry: Registry;
  readonly config: AppConfig;
  readonly log: Logger;
  readonly version: string;
  readonly uiFolder: string;
  readonly dataFolder?: string;
  readonly templates?: readonly Template[];
  readonly triesPerMinute?: number;
  readonly checkResponses?: boolean;
}

/** Puts the HTTP side together. Nothing is contacted or started yet. */
export async function createAppDeps(options: AppOptions): Promise<AppDeps> {
  const { database, registry, config, log, version, uiFolder } = options;
  const vault = createVault(config.secretKey);
  const authOptions: AuthOptions = {
    secretKey: config.secretKey,
    ...(options.triesPerMinute === undefined ? {} : { triesPerMinute: options.triesPerMinute }),
  };
  return {
    ...{ registry, config, log, version, uiFolder, authOptions },
    db: database.db,
    dataFolder: options.dataFolder ?? null,
    templates: options.templates ?? (await loadTemplates(registry)),
    vault,
    auth: createAuth(database.db, authOptions),
    demos: createDemos(registry),
    events: createRunEvents(database.sql),
    hooks: createHookReceiver({ sql: database.sql, registry, vault, log }),
    checkResponses: options.checkResponses ?? false,
  };
}
