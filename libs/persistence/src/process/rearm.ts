import type { DeadlineCause } from '@fairmark/contracts/calendar';
import { sql, type Executor } from '../database/index.js';
import type { Due } from './due.js';
import { nextWake } from './wake.js';

/** A deadline with what it was counted from and for whom. */
export interface NewDue extends Due {
  /** Before downtime was given back. */
  baseDueAt: string;
  downtimeSeconds: number;
  forId: string | null;
}

/** Why a deadline moves, for the record of the visit. */
export interface DeadlineMove {
  cause: DeadlineCause;
  /** When it was moved. */
  at: string;
  actorId?: string | null;
  confirmedBy?: string | null;
  reason?: string | null;
  detail?: Record<string, unknown>;
}

/**
 * Moves the deadline of an open visit, re-arms its next instant after `remindFrom` and writes the line of its record. The window of an acknowledgement ends where its
 * visit ends.
 */
export async function rearmVisit(tx: Executor, visitId: string, due: NewDue, remindFrom: string, move: DeadlineMove): Promise<void> {
  await tx.run(sql`
    with before as (select id, step, workflow_id, due_at from visits where id = ${visitId} and state = 'open'),
    moved as (
      update visits v set base_due_at = ${due.baseDueAt}, due_at = ${due.dueAt}, due_zone = ${due.zone}, due_provisional = ${due.provisional}, downtime_seconds = ${due.downtimeSeconds}, due_for = ${due.forId}::uuid,
        due_from = ${due.counted?.from ?? null}::timestamptz, due_legs = ${due.counted ? JSON.stringify(due.counted.legs) : null}::jsonb,
        wake_at = ${nextWake(due.reminders, due.dueAt, remindFrom)}::timestamptz, reminders = ${JSON.stringify(due.reminders)}::jsonb from before where v.id = before.id),
    window_moved as (update reviews r set window_ends_at = ${due.dueAt} from before where before.step = 'acknowledgement' and r.workflow_id = before.workflow_id and r.window_ends_at is not null)
    insert into deadline_changes (visit_id, at, cause, from_due, to_due, actor_id, confirmed_by, reason, detail)
    select id, ${move.at}::timestamptz, ${move.cause}, due_at, ${due.dueAt}::timestamptz, ${move.actorId ?? null}::uuid, ${move.confirmedBy ?? null}::uuid, ${move.reason ?? null}, ${JSON.stringify(move.detail ?? {})}::jsonb
    from before where due_at is not null and due_at <> ${due.dueAt}::timestamptz`);
}
