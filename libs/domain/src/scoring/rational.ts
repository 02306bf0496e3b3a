import { scoringErrors } from '@fairmark/contracts/errors';
import { DomainError } from '../common/index.js';

const written = /^-?\d{1,30}(\.\d{1,18})?$/;

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

/**
 * An exact fraction. Means and quotients of decimals may have no end (2 ÷ 3); with fractions the only rounding is the one that
 * the rules name, and a value exactly between two scores is recognised as such.
 */
export class Rational {
  private constructor(
    readonly numerator: bigint,
    /** Always positive. */
    readonly denominator: bigint,
  ) {}

  static of(numerator: bigint | number, denominator: bigint | number = 1): Rational {
    const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
    if (bottom === 0n) throw new DomainError(scoringErrors.badNumber, { denominator: '0' });
    const divisor = gcd(top, bottom) * (bottom < 0n ? -1n : 1n);
    return new Rational(top / divisor, bottom / divisor);
  }

  /** @throws DomainError `SCORING.BAD_NUMBER` when the text is not a decimal number */
  static parse(text: string): Rational {
    if (!written.test(text)) throw new DomainError(scoringErrors.badNumber, {});
    const [whole = '', decimals = ''] = text.split('.');
    return Rational.of(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  }

  plus(other: Rational): Rational {
    return Rational.of(this.numerator * other.denominator + other.numerator * this.denominator, this.denominator * other.denominator);
  }

  minus(other: Rational): Rational {
    return Rational.of(this.numerator * other.denominator - other.numerator * this.denominator, this.denominator * other.denominator);
  }

  times(other: Rational): Rational {
    return Rational.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** @throws DomainError `SCORING.BAD_NUMBER` when `other` is zero */
  dividedBy(other: Rational): Rational {
    return Rational.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  /** Negative, zero or positive as this is less than, equal to or greater than `other`. */
  compare(other: Rational): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference === 0n ? 0 : difference < 0n ? -1 : 1;
  }

  isZero(): boolean {
    return this.numerator === 0n;
  }

  isNegative(): boolean {
    return this.numerator < 0n;
  }

  /** Rounded half up (towards plus infinity) to a whole number. */
  roundHalfUp(): bigint {
    const [top, bottom] = [this.numerator * 2n + this.denominator, this.denominator * 2n];
    const quotient = top / bottom;
    return top % bottom < 0n ? quotient - 1n : quotient;
  }

  /** Rounded half up to `places` decimals, without trailing zeros. */
  toDecimal(places = 6): string {
    return showScaled(this.times(Rational.of(10n ** BigInt(places))).roundHalfUp(), places);
  }

  /** As people write it: exact when it ends within six decimals, else rounded half up to six behind "≈". */
  show(): string {
    return (this.times(Rational.of(1_000_000)).denominator === 1n ? '' : '≈') + this.toDecimal();
  }
}

/** A whole number of `10^-places` units as a decimal without trailing zeros. */
function showScaled(units: bigint, places: number): string {
  if (places === 0) return units.toString();
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
  return units < 0n ? `-${text}` : text;
}

/** Sum of fractions; zero for none. */
export const sumOf = (numbers: readonly Rational[]): Rational => numbers.reduce((sum, one) => sum.plus(one), Rational.of(0));

/** Centi-points as points with two decimals: 8,550 → `85.50`. */
export function showCenti(centi: number): string {
  return `${Math.trunc(centi / 100)}.${String(Math.abs(centi % 100)).padStart(2, '0')}`;
}

/** Basis points as percent: 1,250 → `12.5%`. */
export const showBp = (bp: number): string => `${Rational.of(bp, 100).show()}%`;
