import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(timezone);

let readerZone: string | undefined;

/** From now on instants without a zone of their own are shown in this one: the zone of the signed-in person, not of the device. */
export function readInZone(zone: string): void {
  readerZone = zone;
}

/** An instant in the zone of who has to act, else of who reads: `2026-10-09 24:00` is written as people say it, the end of that day. */
export function showInstant(instant: string, zone: string | undefined = readerZone): string {
  const at = zone ? dayjs(instant).tz(zone) : dayjs(instant);
  if (at.hour() === 0 && at.minute() === 0 && at.second() === 0) return `${at.subtract(1, 'day').format('YYYY-MM-DD')} 24:00`;
  return at.format('YYYY-MM-DD HH:mm');
}

/** A typed clock time as an instant in the zone of who types, whatever zone the device has. */
export function instantOf(typed: dayjs.Dayjs, zone: string | undefined = readerZone): string {
  return (zone ? dayjs.tz(typed.format('YYYY-MM-DDTHH:mm:ss'), zone) : typed).toISOString();
}

/** Centi-points as points with two decimals; exact, without floats. */
export function showCenti(centi: number): string {
  return `${centi < 0 ? '-' : ''}${Math.trunc(Math.abs(centi) / 100)}.${String(Math.abs(centi) % 100).padStart(2, '0')}`;
}

/** Basis points as percent. */
export function showBp(bp: number): string {
  return `${(bp / 100).toFixed(bp % 100 === 0 ? 0 : 2)}%`;
}

/** Cents as money with two decimals and thousands separators. */
export function showCents(cents: number | string): string {
  const whole = BigInt(cents);
  const digits = (whole < 0n ? -whole : whole).toString().padStart(3, '0');
  const units = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole < 0n ? '-' : ''}${units}.${digits.slice(-2)}`;
}
