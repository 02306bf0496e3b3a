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
