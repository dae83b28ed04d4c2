const KEY = 'passerelle.reloaded-at';
const ONCE_IN_MS = 60_000;

/**
 * After an update of the server, a page that is still open asks for parts that are gone: it is loaded again, once, so
 * that a real outage does not make it reload for ever.
 */
export function reloadAfterUpdate(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(KEY) ?? 0);
    if (Date.now() - last < ONCE_IN_MS) return;
    sessionStorage.setItem(KEY, String(Date.now()));
    event.preventDefault();
    window.location.reload();
  });
}
