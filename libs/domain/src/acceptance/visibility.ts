import type { Relation } from '../access/index.js';

/** Instants that decide who may see a result; null while not set. */
export interface ResultInstants {
  readonly managersSeeAt: string | null;
  readonly publishedAt: string | null;
}

const reached = (instant: string | null, now: string): boolean => instant !== null && Date.parse(instant) <= Date.parse(now);

/**
 * Whether somebody who stands like this to the person sees the final band at `now`. Rule: the employee after publication, the line two
 * working days earlier, HR in its scope at any time; a former manager sees the own segment only, everybody else nothing. The panel reads the case.
 */
export function resultVisible(relation: Relation, { managersSeeAt, publishedAt }: ResultInstants, now: string): boolean {
  if (relation === 'self') return reached(publishedAt, now);
  if (relation === 'manager' || relation === 'skipLevel') return reached(managersSeeAt, now) || reached(publishedAt, now);
  return relation === 'hr';
}
