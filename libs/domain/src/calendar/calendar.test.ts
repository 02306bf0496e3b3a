import { describe, expect, it, test } from '@jest/globals';
import { addWorkingDays, countWorkingDays, createCalendar, isOfficialYear, isWorkingDay, nextWorkingDay, withLeave, workingDaysBetween, yearsWithoutOfficialDays } from './index.js';

const china = createCalendar({ country: 'CN' });

describe('China 2026', () => {
  test.each([
    ['2026-10-10', true, 'make-up Saturday'],
    ['2026-02-14', true, 'make-up Saturday before Spring Festival'],
    ['2026-02-28', true, 'make-up Saturday after it'],
    ['2026-01-04', true, 'make-up Sunday'],
    ['2026-09-20', true, 'make-up Sunday'],
    ['2026-10-11', false, 'Sunday'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-07', false, 'last day of the holiday'],
    ['2026-10-08', true, 'Thursday after it'],
    ['2026-02-16', false, 'New Year eve'],
    ['2026-02-23', false, 'last day of Spring Festival'],
    ['2026-02-24', true, 'Tuesday after it'],
  ])('%s is a working day: %s (%s)', (date, expected) => {
    expect(isWorkingDay(china, date)).toBe(expected);
  });

  it('counts across the October holiday', () => {
    expect(addWorkingDays(china, '2026-09-30', 3)).toEqual({ date: '2026-10-10', provisional: false });
    expect(workingDaysBetween(china, '2026-09-30', '2026-10-10')).toBe(3);
    expect(countWorkingDays(china, { from: '2026-10-01', to: '2026-10-31' })).toBe(18);
    expect(nextWorkingDay(china, '2026-10-01').date).toBe('2026-10-08');
  });

  it('knows the official days of every year from 2004 to 2026', () => {
    expect(yearsWithoutOfficialDays(china, '2004-01-01', '2027-12-31')).toEqual([2027]);
  });
});

describe('a year nobody has announced yet', () => {
  it('uses the computed holidays and says that it is provisional', () => {
    expect(isOfficialYear(china, 2027)).toBe(false);
    expect(isWorkingDay(china, '2027-01-01')).toBe(false);
    expect(isWorkingDay(china, '2027-02-05')).toBe(false);
    expect(addWorkingDays(china, '2026-12-31', 1)).toEqual({ date: '2027-01-04', provisional: true });
    expect(addWorkingDays(china, '2026-12-30', 1)).toEqual({ date: '2026-12-31', provisional: false });
  });

  it('keeps half-day holidays of some people as working days', () => {
    expect(isWorkingDay(china, '2027-03-08')).toBe(true);
  });

  it('is official once the company has entered its days', () => {
    const entered = createCalendar({ country: 'CN', freeDays: ['2027-02-08', '2027-02-09'], workingDays: ['2027-02-20'], officialYears: [2027] });
    expect(isOfficialYear(entered, 2027)).toBe(true);
    expect(addWorkingDays(entered, '2027-02-04', 1)).toEqual({ date: '2027-02-10', provisional: false });
    expect(isWorkingDay(entered, '2027-02-20')).toBe(true);
  });
});

describe('other countries', () => {
  it('takes the public holidays of a country and of its states', () => {
    const germany = createCalendar({ country: 'DE' });
    const bavaria = createCalendar({ country: 'DE', region: 'BY' });
    expect(isWorkingDay(germany, '2026-04-03')).toBe(false);
    expect(isWorkingDay(germany, '2026-01-06')).toBe(true);
    expect(isWorkingDay(bavaria, '2026-01-06')).toBe(false);
    expect(isOfficialYear(germany, 2027)).toBe(true);
  });

  it('takes the substitute day of the United States', () => {
    expect(isWorkingDay(createCalendar({ country: 'US' }), '2026-07-03')).toBe(false);
  });

  it('counts a holiday from evening to evening as the second day, with another weekend', () => {
    const israel = createCalendar({ country: 'IL', weekend: [5, 6] });
    expect(isWorkingDay(israel, '2026-09-20')).toBe(true);
    expect(isWorkingDay(israel, '2026-09-21')).toBe(false);
    expect(isWorkingDay(israel, '2026-09-25')).toBe(false);
  });

  test.each([[{ country: 'XX' }], [{ country: 'DE', region: 'QQ' }]])('refuses %j', (spec) => {
    expect(() => createCalendar(spec)).toThrow(expect.objectContaining({ code: 'CALENDAR.UNKNOWN_COUNTRY' }));
  });
});

describe('company days and leave', () => {
  it('lets company days beat official ones and leave beat both', () => {
    const company = createCalendar({ country: 'CN', freeDays: ['2026-11-11'], workingDays: ['2026-11-14'] });
    expect(isWorkingDay(company, '2026-11-11')).toBe(false);
    expect(isWorkingDay(company, '2026-11-14')).toBe(true);
    const away = withLeave(company, [{ validFrom: '2026-11-14', validTo: '2026-11-17' }]);
    expect(['2026-11-13', '2026-11-14', '2026-11-16', '2026-11-17'].map((d) => isWorkingDay(away, d))).toEqual([true, false, false, true]);
  });

  it('refuses a day that is free and working, and a date that does not exist', () => {
    expect(() => createCalendar({ country: 'CN', freeDays: ['2026-11-11'], workingDays: ['2026-11-11'] })).toThrow(
      expect.objectContaining({ code: 'CALENDAR.CONFLICTING_DAY' }),
    );
    expect(() => isWorkingDay(china, '2026-02-30')).toThrow(expect.objectContaining({ code: 'CALENDAR.INVALID_DATE' }));
  });

  it('refuses to count through a leave without end', () => {
    const gone = withLeave(china, [{ validFrom: '2026-11-01', validTo: null }]);
    expect(() => addWorkingDays(gone, '2026-11-02', 1)).toThrow(expect.objectContaining({ code: 'CALENDAR.NO_WORKING_DAY' }));
  });
});
