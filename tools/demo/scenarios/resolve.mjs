/** Puts the ids of people where `@participant` stands, in any structure. @param {any} value @param {Record<string, { id: string }>} cast @returns {any} */
export function resolve(value, cast) {
  if (typeof value === 'string') return value.startsWith('@') ? idOf(value.slice(1), cast) : value;
  if (Array.isArray(value)) return value.map((one) => resolve(one, cast));
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolve(one, cast)]));
  return value;
}

function idOf(name, cast) {
  const found = cast[name];
  if (!found) throw new Error(`Nobody plays "${name}".`);
  return found.id;
}
