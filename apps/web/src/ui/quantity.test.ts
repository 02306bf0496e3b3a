import { describe, expect, test } from '@jest/globals';
import { startI18n } from '../i18n/index.js';
import { showQuantity, shownValue, storedValue } from './quantity.js';

describe('values with their unit', () => {
  test.each([['64000000', '640000'], ['5', '0.05'], ['-150', '-1.5'], ['0', '0'], ['12.5', '0.125'], ['≈738.666667', '≈7.38666667'], ['abc', 'abc'], ['', '']])('%s cents are shown as %s', (stored, shown) => {
    expect(shownValue(stored, 'cents')).toBe(shown);
  });

  test.each([['640000', '64000000'], ['0.05', '5'], ['-1.5', '-150'], ['1.234', '123.4'], ['12a', '12a']])('%s typed is stored as %s cents', (typed, stored) => {
    expect(storedValue(typed, 'cents')).toBe(stored);
  });

  test('other units stay as they are', () => {
    startI18n('zh-CN');
    expect([shownValue('43', 'percent'), storedValue('43', 'percent')]).toEqual(['43', '43']);
    expect([showQuantity('43', 'percent'), showQuantity('64000000', 'cents'), showQuantity('1234.5', 'hours'), showQuantity('7', null)]).toEqual(['43%', '640,000 元', '1,234.5 小时', '7']);
  });
});
