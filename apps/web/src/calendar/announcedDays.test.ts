import { describe, expect, test } from '@jest/globals';
import { announcedDays } from './announcedDays.js';

describe('the days of an announcement', () => {
  test('are one a line, with a name or without', () => {
    expect(announcedDays(2027, '2027-01-01 元旦\n\n 2027-02-08 ', '2027-02-20')).toEqual({
      ok: true, wrongOff: [], wrongWorking: [],
      days: [{ day: '2027-01-01', working: false, name: '元旦' }, { day: '2027-02-08', working: false, name: null }, { day: '2027-02-20', working: true, name: null }],
    });
  });

  test.each([['of another year', '2026-12-31', ''], ['no day', '2027-02-30', ''], ['not a date', '元旦', ''], ['off and working', '2027-01-01', '2027-01-01'], ['none at all', '', '']])('%s are refused', (_, off, working) => {
    expect(announcedDays(2027, off, working).ok).toBe(false);
  });
});
