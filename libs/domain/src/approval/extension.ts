import type { Duration } from '@fairmark/contracts/common';

/** The longest extension that HR gives alone, by unit; more is an exception that somebody approves. Lengths of seconds exist in demonstrations only. */
const ALONE_UP_TO: Record<Duration['unit'], number> = { workingDay: 10, day: 14, hour: 14 * 24, second: 10_000 };

/** Whether HR may give this much time to one step without an approval. */
export const mayExtendAlone = ({ n, unit }: Duration): boolean => n <= ALONE_UP_TO[unit];

const DAY_MS = 86_400_000;

/** The same for a deadline that moves to a day. */
export const mayMoveAlone = (dueAt: string | null, to: string): boolean => dueAt === null || Date.parse(to) - Date.parse(dueAt) <= ALONE_UP_TO.day * DAY_MS;
