/** A JSON value as a list or an object of a document holds it. */
export type Json = Record<string, unknown>;

/** One place in which two values differ. */
export interface Difference {
  path: string;
  change: 'added' | 'removed' | 'changed';
  before?: unknown;
  after?: unknown;
}

/** What names an entry of a list, in this order. Lists of entries without one are compared as a whole. */
const KEYS = ['id', 'indicatorId', 'code', 'band', 'anchor'] as const;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  return isObject(value) ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : value;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** Entries of a list by their key; undefined when they have none or share one. */
function keyed(list: readonly unknown[]): Json | undefined {
  const key = KEYS.find((name) => list.every((entry) => isObject(entry) && typeof entry[name] === 'string'));
  if (!key) return undefined;
  const found = Object.fromEntries(list.map((entry) => [String((entry as Json)[key]), entry]));
  return Object.keys(found).length === list.length ? found : undefined;
}

/** Where two values differ, down to the smallest part, in the order of the newer one. Entries of lists are compared by their key wherever they stand. */
export function differencesAt(path: string, before: unknown, after: unknown): Difference[] {
  if (same(before, after)) return [];
  if (before === undefined) return [{ path, change: 'added', after }];
  if (after === undefined) return [{ path, change: 'removed', before }];
  const [old, young] = [partsOf(before), partsOf(after)];
  if (!old || !young) return [{ path, change: 'changed', before, after }];
  const keys = [...Object.keys(young), ...Object.keys(old).filter((key) => !Object.hasOwn(young, key))];
  const inside = keys.flatMap((key) => differencesAt(path === '' ? key : `${path}.${key}`, old[key], young[key]));
  // Lists of the same entries in another order: the order itself is the difference.
  return inside.length > 0 ? inside : [{ path, change: 'changed', before, after }];
}

function partsOf(value: unknown): Json | undefined {
  if (Array.isArray(value)) return value.length > 0 ? keyed(value) : {};
  return isObject(value) ? value : undefined;
}
