import type { CalendarDay } from '@fairmark/contracts/calendar';
import type { Tone } from '../ui/ToneTag.js';

/** What a day can be beside an ordinary working day: the company's own days are days off or working days. */
export const DAY_KINDS = ['weekend', 'holiday', 'makeUp', 'companyOff', 'companyWorking'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

export const kindOf = ({ kind, working }: CalendarDay): DayKind => (kind === 'company' ? (working ? 'companyWorking' : 'companyOff') : kind);

const tones: Readonly<Record<DayKind, Tone>> = { weekend: 'neutral', holiday: 'bad', makeUp: 'warn', companyOff: 'mark', companyWorking: 'info' };
export const toneOf = (kind: DayKind): Tone => tones[kind];
