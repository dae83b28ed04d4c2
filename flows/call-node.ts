import { PasserelleError } from '#schemas/errors.ts';
import { runMessages } from './messages.ts';

/**
 * Calls into a node. What a node throws on purpose passes; anything else becomes an error that names the node, so that
 * the engine can tell a fault in a connector from a fault of its own.
 */
export async function callNode<T>(title: string, call: () => T | Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof PasserelleError) throw error;
    // Not cut short: a secret cut in two would no longer be recognised when the message is cleaned.
    const detail = error instanceof Error ? error.message : String(error);
    throw new PasserelleError(runMessages.build.node_crashed({ node: title, detail }), { cause: error });
  }
}
