import { CalendarErrors } from '@fairmark/contracts/errors';
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import Holidays from 'date-holidays';
import { DomainError } from '../common/index.js';
import { dateOfDay } from './dates.js';

/** What a country prescribes for one year, before weekends. `official: false`: computed, because nothing was announced yet. */
export interface BaseYear {
  official: boolean;
  free: ReadonlySet<string>;
  /** Weekend days on which people work to make up for a holiday. */
  working: ReadonlySet<string>;
}

const HOUR = 3_600_000;
const cache = new Map<string, BaseYear>();

/** Base days of a year. Throws `CALENDAR.UNKNOWN_COUNTRY` for a country or region without data. */
export function baseYear(country: string, region: string | undefined, year: number): BaseYear {
  const key = `${country}/${region ?? ''}/${year}`;
  const known = cache.get(key);
  if (known) return known;
  const made = country === 'CN' && announcedInChina(year) ? chinaYear(year) : computedYear(country, region, year);
  cache.set(key, made);
  return made;
}

/** Single days of the next year can already stand in an announcement; National Day stands only in the year's own. */
function announcedInChina(year: number): boolean {
  return `${year}-10-01` in chineseDays.holidays;
}

function chinaYear(year: number): BaseYear {
  const ofYear = (days: object) => new Set(Object.keys(days).filter((date) => date.startsWith(`${year}-`)));
  return { official: true, free: ofYear(chineseDays.holidays), working: ofYear(chineseDays.workdays) };
}

function computedYear(country: string, region: string | undefined, year: number): BaseYear {
  const holidays = holidaysOf(country, region);
  const free = new Set(holidays.getHolidays(year).flatMap((day) => wholeDays(day.date, day.end.getTime() - day.start.getTime())));
  // Elsewhere the law fixes the days in advance; only China decides holidays and make-up days year by year.
  return { official: country !== 'CN', free, working: new Set() };
}

function holidaysOf(country: string, region: string | undefined): Holidays {
  const options = { types: ['public' as const] };
  const known = new Holidays().getCountries();
  const states: object = region === undefined ? {} : (new Holidays(country).getStates(country) ?? {});
  if (!(country in known) || (region !== undefined && !(region in states))) {
    throw new DomainError(CalendarErrors.unknownCountry, { country, region });
  }
  return region === undefined ? new Holidays(country, options) : new Holidays(country, region, options);
}

/** Days whose working hours lie wholly inside a holiday: half days stay working days, one from evening to evening is the second day. */
function wholeDays(localStart: string, lengthMs: number): string[] {
  const start = Date.parse(`${localStart.slice(0, 10)}T${localStart.slice(11, 19)}Z`);
  const firstDay = Math.floor(start / (24 * HOUR));
  const lastDay = Math.floor((start + lengthMs) / (24 * HOUR));
  const days: string[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    const midnight = day * 24 * HOUR;
    if (start <= midnight + 6 * HOUR && start + lengthMs >= midnight + 18 * HOUR) days.push(dateOfDay(day));
  }
  return days;
}
