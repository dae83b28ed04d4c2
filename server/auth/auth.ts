import { hkdfSync } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { Database, Transaction } from '../db/database.ts';
import { account, session, user, verification } from '../db/schema/index.ts';

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;
/** Set by our own server from the connection's address; what a client sends under this name is thrown away. */
export const CLIENT_ADDRESS_HEADER = 'x-passerelle-client-address';

export interface AuthOptions {
  /** The installation's key: the key that signs cookies is derived from it, never equal to it. */
  readonly secretKey: Buffer;
  /** Tries of signing in or up from one address in a minute. */
  readonly triesPerMinute?: number;
}

function cookieSecret(secretKey: Buffer): string {
  return Buffer.from(hkdfSync('sha256', secretKey, '', 'passerelle session cookies', 32)).toString('base64url');
}

/** A browser behind a TLS proxy sends https while we hear http: the host is what must agree. */
function ownOrigins(request: Request | undefined): string[] {
  const host = request?.headers.get('host') ?? (request ? new URL(request.url).host : null);
  return host ? [`http://${host}`, `https://${host}`] : [];
}

function tryLimits(triesPerMinute: number) {
  const rule = { window: 60, max: triesPerMinute };
  return { '/sign-in/email': rule, '/sign-up/email': rule, '/change-password': rule };
}

/**
 * The authentication library on one database, or on one transaction of it. It keeps users, passwords and sessions;
 * workspaces and roles are plain rows of ours.
 */
export function createAuth(db: Database | Transaction, options: AuthOptions) {
  return betterAuth({
    appName: 'Passerelle',
    basePath: '/api/auth',
    secret: cookieSecret(options.secretKey),
    database: drizzleAdapter(db, { provider: 'pg', schema: { user, session, account, verification } }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    trustedOrigins: (request) => ownOrigins(request),
    rateLimit: {
      enabled: true,
      storage: 'memory',
      window: 60,
      max: 600,
      customRules: tryLimits(options.triesPerMinute ?? 10),
    },
    advanced: {
      // Over plain http (a first try on one's own machine) a Secure cookie would be lost: see suitedCookie.
      useSecureCookies: false,
      // guardWrites has already refused other websites, for all of /api; the library's check would also refuse scripts.
      disableCSRFCheck: true,
      cookiePrefix: 'passerelle',
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}
export type Auth = ReturnType<typeof createAuth>;
