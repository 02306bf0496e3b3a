import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { indexText, personalPatterns, queryTokens } from './index.js';

describe('segmentation', () => {
  test('Chinese becomes pairs and the last character, words stay', () => {
    expect(indexText('绩效方案 Pilot２').split(/\s+/).filter(Boolean)).toEqual(['绩效', '效方', '方案', '案', 'pilot2']);
    expect(queryTokens('试点 A组，复购')).toEqual({ pairs: ['试点', '复购'], singles: ['组'], words: ['a'] });
  });

  test('every piece of a Chinese text finds the text', () => {
    const han = fc.array(fc.constantFrom(...'绩效方案试点推广社群复购转化申诉'), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(han, fc.nat(), fc.integer({ min: 2, max: 6 }), (characters, at, length) => {
        const from = at % (characters.length - 1);
        const tokens = new Set(indexText(characters.join('')).split(/\s+/));
        return queryTokens(characters.slice(from, from + length).join('')).pairs.every((pair) => tokens.has(pair));
      }),
    );
  });
});

test('personal data are recognised by their form, figures are not', () => {
  expect(personalPatterns('联系 a.b@example.com')).toEqual(['email']);
  expect(personalPatterns('电话13812345678。证号11010519491231002X')).toEqual(['phone', 'identityCard']);
  expect(personalPatterns('提升 18 个百分点，样本 1381234')).toEqual([]);
});
