import { Command, CommanderError } from 'commander';
import { loadRegistry } from '#nodes/kit/registry.ts';
import { documentJsonSchemas } from '#schemas/documents/index.ts';
import { PasserelleError } from '#schemas/errors.ts';
import { flowJsonSchema } from '#schemas/flow.ts';
import { loadConfig } from '../config.ts';
import { serve, work } from '../serve.ts';
import { openServices } from '../services.ts';
import { loadTemplates } from '../templates/load-templates.ts';
import { describeTemplate, findTemplate } from '../templates/templates.ts';
import { diffCommand, exportCommand } from './flow-commands.ts';
import { EXIT, type RunOptions, runCommand } from './run-command.ts';
import { UsageError } from './usage-error.ts';

function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

async function describe(id: string): Promise<void> {
  const registry = await loadRegistry();
  const templates = await loadTemplates(registry);
  try {
    printJson(describeTemplate(findTemplate(templates, id), registry));
  } catch (error) {
    throw error instanceof PasserelleError ? new UsageError([error.detail]) : error;
  }
}

async function listTemplates(): Promise<void> {
  const templates = await loadTemplates(await loadRegistry());
  for (const { id, title } of templates) process.stdout.write(`${id}\t${title.en}\n`);
}

async function migrateOnly(): Promise<void> {
  const config = await loadConfig();
  const services = await openServices({ config, clusterFolder: `${config.dataFolder}/postgres` });
  await services.close();
  process.stdout.write('The database is up to date.\n');
}

const SETTINGS_HELP = `
Settings by environment variable:
  PORT                             port of the product (3000)
  HOST                             address to listen on (127.0.0.1)
  PASSERELLE_DATA_DIR              data folder (data, beside the code)
  DATABASE_URL                     a PostgreSQL server instead of the embedded one
  PASSERELLE_SECRET_KEY            32 bytes, base64 or hex, that seal credentials (made in the data folder)
  PASSERELLE_ALLOW_PRIVATE_NETWORK true lets connections reach loopback and private addresses (false)
  PASSERELLE_PUBLIC_URL            where other systems reach this installation, for webhooks (none)
  PASSERELLE_LOG_LEVEL             least level of the log on the error stream (warn)
`;

const RUN_HELP = `
<flow> is a flow file ending in .json, or the id of a template ("passerelle templates" lists them).
The connections file is {"<slot>": {"type": "woocommerce", "url": "…", "consumerKey": "…", "consumerSecret": "…"}},
the settings file {"<setting>": value}; "passerelle describe <template>" prints the schemas of both.
Without DATABASE_URL the run has a database of its own that is thrown away; with it, what was posted is remembered.
A review in the flow is confirmed without asking: look first with --dry-run.

Exit code: 0 all done, 1 some documents held or failed, 2 wrong usage, 3 the run failed, 130 interrupted.
`;

function program(setExit: (code: number) => void): Command {
  const root = new Command('passerelle')
    .description('Shop sales into balanced journal entries.')
    .addHelpText('after', SETTINGS_HELP)
    .exitOverride();
  root
    .command('serve')
    .description('Serve the product and run its worker (what "npm start" does).')
    .action(async () => setExit(await serve()));
  root
    .command('worker')
    .description('Only run a worker on DATABASE_URL, beside a server elsewhere.')
    .action(async () => setExit(await work()));
  root.command('migrate').description('Bring the database up to date and end.').action(migrateOnly);
  root.command('templates').description('List the templates.').action(listTemplates);
  root
    .command('describe')
    .description('Print the connections and settings of a template as JSON Schema.')
    .argument('<template>', 'id of a template')
    .action(describe);
  root
    .command('schema')
    .description('Print the JSON Schemas of documents and flows.')
    .action(() => printJson({ documents: documentJsonSchemas(), flow: flowJsonSchema() }));
  root
    .command('export')
    .description('Print a flow as a flow file: the same flow gives the same bytes.')
    .argument('<flow>', 'flow file, template id, or id of a flow of this installation')
    .option('--settings <file>', 'JSON file with the answers to a template’s questions')
    .option('--flow-version <number>', 'a published version of a flow of this installation; the draft without')
    .action(exportCommand);
  root
    .command('diff')
    .description('Print what sets two flows apart. Exit code: 0 both do the same, 1 they do not.')
    .argument('<before>', 'flow file, template id, or id of a flow of this installation')
    .argument('<after>', 'the same')
    .action(async (before: string, after: string) => setExit(await diffCommand(before, after)));
  root
    .command('run')
    .description('Run a flow to its end, without screen or server.')
    .argument('<flow>', 'flow file or template id')
    .option('--connections <file>', 'JSON file with the connection of each slot')
    .option('--settings <file>', 'JSON file with the answers to a template’s questions')
    .option('--period <from..to>', 'days to read, both included: 2026-10-01..2026-10-31')
    .option('--out <folder>', 'where to write run.json, documents.ndjson, entries.ndjson and files/')
    .option('--dry-run', 'read and map, but deliver nothing')
    .addHelpText('after', RUN_HELP)
    .action(async (name: string, options: RunOptions) => setExit(await runCommand(name, options)));
  return root;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    return EXIT.usage;
  }
  if (error instanceof PasserelleError) {
    process.stderr.write(`${error.message}\n`);
    return EXIT.runFailed;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT.runFailed;
}

/** Runs a command and returns its exit code; errors that a person can mend are printed without a stack. */
export async function main(args: readonly string[]): Promise<number> {
  let exit: number = EXIT.done;
  try {
    await program((code) => {
      exit = code;
    }).parseAsync([...args], { from: 'user' });
    return exit;
  } catch (error) {
    return exitCodeOf(error);
  }
}
