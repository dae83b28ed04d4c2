/** SQLSTATE class 22, "data exception": a number out of range, a character that cannot be stored. */
const DATA_EXCEPTION = /^22[0-9A-Z]{3}$/;

/**
 * What PostgreSQL says of a value that it cannot store; null for any other error. Trying again changes nothing then,
 * where the queue would go on for hours. The query and its parameters, which hold customers' data, are left out.
 */
export function dataFaultOf(error: unknown): string | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string' && DATA_EXCEPTION.test(current.code)) {
      return current.message;
    }
  }
  return null;
}
