import { describe, expect, test } from '@jest/globals';
import { showBp, showCenti, showCents, showInstant } from './format.js';

describe('figures and instants as people read them', () => {
  test('midnight is the end of the day before, in the zone of who acts', () => {
    expect(showInstant('2026-10-09T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-10-09 24:00');
    expect(showInstant('2026-10-09T16:00:00.000Z', 'Europe/Berlin')).toBe('2026-10-09 18:00');
  });

  test.each([[8550, '85.50'], [5, '0.05'], [12000, '120.00'], [-5, '-0.05']])('%i centi-points are %s', (centi, text) => {
    expect(showCenti(centi)).toBe(text);
  });

  test('shares and money', () => {
    expect([showBp(2_000), showBp(1_250)]).toEqual(['20%', '12.50%']);
    expect([showCents(123_456_789), showCents('5'), showCents(-100)]).toEqual(['1,234,567.89', '0.05', '-1.00']);
  });
});
