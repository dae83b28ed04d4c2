import pino, { type Logger } from 'pino';
import { loadRegistry, type Registry } from '#nodes/kit/registry.ts';
import type { Config } from './config.ts';
import { migrate, type OpenDatabase, openDatabase } from './db/database.ts';
import { startEmbeddedPostgres } from './db/embedded-postgres.ts';
import type { EngineServices } from './jobs/services.ts';
import { lockFolder } from './lock-folder.ts';
import { loadTemplates, type Template } from './templates/load-templates.ts';
import { createVault, type Vault } from './vault/vault.ts';
import { verifyKey } from './vault/verify-key.ts';

/** Everything that lives as long as the process, built once and handed on; nothing of it is global. */
export interface Services {
  readonly config: Config;
  readonly database: OpenDatabase;
  readonly registry: Registry;
  readonly templates: readonly Template[];
  readonly vault: Vault;
  readonly logger: Logger;
  readonly close: () => Promise<void>;
}

export interface ServicesOptions {
  readonly config: Config;
  /** Folder of the embedded cluster, used when the configuration names no server. */
  readonly clusterFolder: string;
  /** A cluster that is thrown away needs no durability. */
  readonly disposable?: boolean;
  /** Least level that is logged unless the environment says otherwise. */
  readonly logLevel?: string;
}

/** JSON lines on the terminal's error stream; PASSERELLE_LOG_LEVEL=info shows more than warnings. */
function createLogger(level: string): Logger {
  return pino({ level: process.env['PASSERELLE_LOG_LEVEL'] ?? level }, pino.destination(2));
}

/**
 * Brings up what the product stands on: the database (embedded unless configured), migrated; the connectors; the vault,
 * after checking that its key is the one the database was sealed with.
 *
 * @throws SettingsError with a remedy for all that a person at the terminal can mend
 */
export async function openServices(options: ServicesOptions): Promise<Services> {
  const { config } = options;
  const unlock = config.databaseUrl || options.disposable ? null : await lockFolder(config.dataFolder);
  const embedded = config.databaseUrl
    ? null
    : await startEmbeddedPostgres({ folder: options.clusterFolder, disposable: options.disposable ?? false }).catch(
        async (error) => {
          await unlock?.();
          throw error;
        },
      );
  const database = openDatabase(config.databaseUrl ?? embedded?.url ?? '');
  const close = async () => {
    await database.close();
    await embedded?.stop();
    await unlock?.();
  };
  try {
    await migrate(database);
    const vault = createVault(config.secretKey);
    await verifyKey(database.db, vault);
    const registry = await loadRegistry();
    const templates = await loadTemplates(registry);
    return { config, database, registry, templates, vault, logger: createLogger(options.logLevel ?? 'warn'), close };
  } catch (error) {
    await close();
    throw error;
  }
}

export function engineServices(services: Services, retryDelaysMs: readonly number[]): EngineServices {
  const { database, registry, vault, config, logger } = services;
  return { db: database.db, registry, vault, config, logger, retryDelaysMs, now: () => new Date() };
}
