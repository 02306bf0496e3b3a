import { Decimal } from 'decimal.js';

/** A limit on a measure: exact decimals as text, both inclusive. */
export interface Bound {
  min?: string | undefined;
  max?: string | undefined;
}

/** Whether a value keeps inside a bound; null when there is no value: missing is never zero, and never inside. */
export function meets(value: string | null, { min, max }: Bound): boolean | null {
  if (value === null) return null;
  const read = new Decimal(value);
  return (min === undefined || read.gte(min)) && (max === undefined || read.lte(max));
}
