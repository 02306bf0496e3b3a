import { expect, test } from '@jest/globals';
import { touchedItems } from './touched.js';

test('items are typed one a line; anything else is noticed', () => {
  expect(touchedItems(' content-growth/articleReads \n\n a/b/nps')).toEqual([{ sheetId: 'content-growth', indicatorId: 'articleReads' }, { sheetId: 'a/b', indicatorId: 'nps' }]);
  expect([touchedItems(''), touchedItems('articleReads'), touchedItems('sheet/Not ok')]).toEqual([undefined, undefined, undefined]);
});
