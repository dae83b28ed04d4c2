/**
 * SQLSTATE classes and codes of a database that cannot do its work for the moment, whatever is asked of it: connection
 * exception (08), insufficient resources such as a full disk (53), operator intervention such as a shutdown (57), system
 * error (58), and those that ask for another try: serialization failure, deadlock, lock not available.
 * Source: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const AWAY_STATE = /^(08|53|57|58)[0-9A-Z]{3}$|^(40001|40P01|55P03)$/;
/** What the drivers and the system say of a connection that is gone. */
const AWAY_CODES = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** The code that says why the database could not do its work; null for an error that another try would not mend. */
export function awayCodeOf(error: unknown): string | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = 'code' in current && typeof current.code === 'string' ? current.code : '';
    if (AWAY_STATE.test(code) || AWAY_CODES.has(code)) return code;
  }
  return null;
}
