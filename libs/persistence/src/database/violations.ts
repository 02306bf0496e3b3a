function codeOf(error: unknown): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return undefined;
}

/** PostgreSQL refused a second row with the same key (23505). */
export const isUniqueViolation = (error: unknown): boolean => codeOf(error) === '23505';

/** PostgreSQL refused overlapping dated rows (23P01). */
export const isExclusionViolation = (error: unknown): boolean => codeOf(error) === '23P01';

/** Classes of PostgreSQL's codes that say nothing about the statement: connection, rolled back, resources, operator, system, internal. */
const PASSING = ['08', '40', '53', '55', '57', '58', 'XX'];
const CONNECTION = /ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN/;
const LOST = /connection terminated|connection error|timeout exceeded|not queryable|cannot use a pool|socket/i;

/** Whether the same work may succeed later: the database was away, too busy, or two transactions got in each other's way. */
export function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  if (code) return PASSING.includes(code.slice(0, 2)) || CONNECTION.test(code);
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (LOST.test(at.message)) return true;
  return false;
}
