/** The fields of `keys` that differ, with their new values; null when none does. Lists are compared by content. */
export function difference<T extends object, K extends keyof T>(old: T, next: T, keys: readonly K[]): Partial<Pick<T, K>> | null {
  const set: Partial<Pick<T, K>> = {};
  let differs = false;
  for (const key of keys) {
    if (same(old[key], next[key])) continue;
    set[key] = next[key];
    differs = true;
  }
  return differs ? set : null;
}

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => item === b[index]);
  return a === b;
}
