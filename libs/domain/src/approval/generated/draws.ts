/** Choices read from a list of numbers, so that a failing case can be made smaller and repeated. When the list is used up everything is 0. */
export class Draws {
  private at = 0;

  constructor(private readonly numbers: ArrayLike<number>) {}

  /** Whether something of the list is left. */
  get more(): boolean {
    return this.at < this.numbers.length;
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    const number = this.numbers[this.at] ?? 0;
    this.at += 1;
    return number % limit;
  }

  /** One of the list. */
  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** True once in `n` times; false when the list is used up. */
  once(n: number): boolean {
    return this.below(n) === n - 1;
  }

  /** Up to `most` of the list, repetitions possible. */
  some<T>(list: readonly T[], most: number): T[] {
    return Array.from({ length: this.below(most + 1) }, () => this.of(list));
  }
}
