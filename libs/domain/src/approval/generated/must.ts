/** A plain check for hot loops; the message says what does not hold. */
export function must(holds: boolean, what: string, about?: unknown): asserts holds {
  if (!holds) throw new Error(about === undefined ? what : `${what}: ${JSON.stringify(about)}`);
}
