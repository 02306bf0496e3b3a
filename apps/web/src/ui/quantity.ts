import i18next from 'i18next';

const MINOR_DIGITS = 2;
/** Money is stored in its smallest unit and shown in whole ones; every other unit as it is. */
const digitsOf = (unit: string | null | undefined): number => (unit === 'cents' ? MINOR_DIGITS : 0);

/** Moves the decimal point of a decimal text, also of a rounded one (≈); exact, without floats. Anything that is no number comes back unchanged. */
function shifted(value: string, places: number): string {
  const match = /^(≈?-?)(\d+)(?:\.(\d+))?$/.exec(value.trim());
  if (!match || places === 0) return value;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = `${'0'.repeat(Math.max(0, -places))}${whole}${fraction}${'0'.repeat(Math.max(0, places - fraction.length))}`;
  const point = digits.length - Math.max(0, fraction.length - places);
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const right = digits.slice(point).replace(/0+$/, '');
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
}

/** A stored value as people type and read it. */
export const shownValue = (value: string, unit: string | null | undefined): string => shifted(value, -digitsOf(unit));

/** A typed value as it is stored. */
export const storedValue = (typed: string, unit: string | null | undefined): string => shifted(typed, digitsOf(unit));

/** The name of a unit in the language of the page; plain counts have none. */
export const unitName = (unit: string | null | undefined): string => (unit && unit !== 'count' ? i18next.t(`goals:unit.${unit}`) : '');

/** A value with thousands separators and its unit. */
export function showQuantity(value: string, unit: string | null | undefined): string {
  const [whole = '', fraction] = shownValue(value, unit).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const name = unitName(unit);
  return `${grouped}${fraction === undefined ? '' : `.${fraction}`}${name === '%' || name === '' ? name : ` ${name}`}`;
}
