import { expect, test } from '@jest/globals';
import { percentText } from './percentText.js';

test('a share is shown in percent, exactly', () => {
  expect(['0.18', '-0.215', '1', '0.5', '0', '0.005', '12.3456'].map(percentText)).toEqual(['18', '-21.5', '100', '50', '0', '0.5', '1234.56']);
});
