import { endpoints } from '#schemas/api/index.ts';
import { call } from '#ui/api/client.ts';

const KEY = 'passerelle.reloaded-at';
const ONCE_IN_MS = 60_000;

/** Loads the page again, at most once a minute, so that a part that stays missing does not make it reload for ever. */
function reloadOnce(): void {
  const last = Number(sessionStorage.getItem(KEY) ?? 0);
  if (Date.now() - last < ONCE_IN_MS) return;
  sessionStorage.setItem(KEY, String(Date.now()));
  window.location.reload();
}

/**
 * Loads the part of the program that draws a screen. After an update of the server that part has another name, and the
 * page is loaded again. While the server is away it is not: the page, and what was typed in it, would be lost.
 *
 * @throws ApiProblem with status 0 when the server does not answer
 */
export async function loadScreen<Part>(
  load: () => Promise<Part>,
  ask: () => Promise<unknown> = () => call(endpoints.getSession, {}),
  reload: () => void = reloadOnce,
): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    await ask();
    reload();
    throw error;
  }
}
