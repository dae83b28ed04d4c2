import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { ApiRoom } from './implement.ts';

/** Styles are set in place by the component library; scripts come from our own files only, and none is compiled in place. */
export const uiHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  // Under "no-referrer" browsers leave the Origin of our own writes out, and we could not tell them from others'.
  referrerPolicy: 'same-origin',
  // Over plain http it says nothing, and behind TLS it is the proxy's to say for the whole host.
  strictTransportSecurity: false,
});

const NOT_BUILT = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Passerelle</title>
<body style="font-family: system-ui; max-width: 40rem; margin: 4rem auto; line-height: 1.5">
<h1>Passerelle</h1>
<p lang="en">The server runs, but its screens have not been built. Stop it and start it with <code>npm start</code>.</p>
<p lang="fr">Le serveur tourne, mais ses écrans n’ont pas été construits. Arrêtez-le et relancez <code>npm start</code>.</p>
<p lang="nl">De server draait, maar de schermen zijn niet gebouwd. Stop hem en start opnieuw met <code>npm start</code>.</p>
</body></html>`;

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Names of built files carry a hash of their content, so they never change; the page that names them does. */
const keepInCache: MiddlewareHandler = async (c, next) => {
  await next();
  const isAsset = c.req.path.startsWith('/assets/');
  if (c.res.ok) c.res.headers.set('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
};

/** The built UI: its files, and its one page for every address that the router inside it knows. */
export function serveUi({ app, deps }: ApiRoom): void {
  const root = deps.uiFolder;
  app.use('/*', keepInCache, serveStatic({ root }));
  // A page in place of a script that is gone (an old tab after an update) would only confuse the browser.
  app.get('/assets/*', (c) => c.notFound());
  const page = serveStatic({ root, path: 'index.html' });
  app.get('/*', async (c, next) => {
    if (await exists(join(root, 'index.html'))) return page(c, next);
    return c.html(NOT_BUILT, 503);
  });
}
