import type { LogOptions, StepLog } from '#nodes/kit/context.ts';
import { createRedactor, redactMessage } from '#nodes/kit/redact.ts';
import type { Message } from '#schemas/messages.ts';
import type { LogLevel } from '#schemas/outcome.ts';

const LONGEST_EXCERPT = 4_000;

export interface LogLine {
  readonly node: string;
  readonly level: LogLevel;
  readonly at: Date;
  readonly message: Message;
  /** Key of the document it is about. */
  readonly document: string | null;
  readonly excerpt: string | null;
}

/** The log of one batch: kept in memory and stored with the batch, so that log and data never tell different stories. */
export interface BatchLog {
  readonly lines: readonly LogLine[];
  readonly forNode: (node: string) => StepLog;
}

/**
 * @param secrets values that must not reach the log even if a node hands them over
 */
export function createBatchLog(now: () => Date, secrets: readonly string[]): BatchLog {
  const lines: LogLine[] = [];
  const redact = createRedactor(secrets);
  const write = (node: string, level: LogLevel, message: Message, options: LogOptions = {}) => {
    const excerpt = options.excerpt === undefined ? null : redact(options.excerpt).slice(0, LONGEST_EXCERPT);
    lines.push({
      node,
      level,
      at: now(),
      message: redactMessage(message, redact),
      document: options.document ?? null,
      excerpt,
    });
  };
  return {
    lines,
    forNode: (node) => ({
      debug: (message, options) => write(node, 'debug', message, options),
      info: (message, options) => write(node, 'info', message, options),
      warning: (message, options) => write(node, 'warning', message, options),
      error: (message, options) => write(node, 'error', message, options),
    }),
  };
}
