/** A plain check for hot loops; the message says what does not hold. `about` may be a function: it is asked only then. */
export function must(holds: boolean, what: string, about?: unknown): asserts holds {
  if (holds) return;
  const detail: unknown = typeof about === 'function' ? (about as () => unknown)() : about;
  throw new Error(detail === undefined ? what : `${what}: ${JSON.stringify(detail)}`);
}
