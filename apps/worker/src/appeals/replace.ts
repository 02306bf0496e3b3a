import type { Transition } from '@fairmark/domain/process';
import { recordReplacement } from '@fairmark/persistence/appeals';
import { sql } from '@fairmark/persistence/database';
import { openTasks, openVisits, type VisitRow } from '@fairmark/persistence/process';
import type { ProcessContext } from '../processes/index.js';
import { advance, type AppealCase } from './case.js';
import { ballotVisits } from './deliberation.js';
import { nextAlternate } from './draw.js';

/** Why a seat changes hands: the member let the time pass, left, came to have a part in the matter, or HR replaced them. */
export type ReplacementCause = 'silent' | 'left' | 'excluded' | 'hr';

export interface Replacement {
  item: AppealCase;
  transition: Required<Pick<Transition, 'close' | 'open' | 'audit' | 'notices'>>;
}

const SITS = ['vote', 'secondLevelVote'];

/** Gives a seat to the next alternate of the draw, with all that waits for the member; nobody chooses who it is. Null when nobody is left who could take it. */
export async function replaceMember(context: ProcessContext, before: AppealCase, memberId: string, because: ReplacementCause): Promise<Replacement | null> {
  const { tx, now, process } = context;
  const alternate = await nextAlternate(context, before);
  if (!alternate) return null;
  const widened = alternate.added ? await advance(context, before, { type: 'alternatesAdded', at: now, alternateIds: [alternate.id] }) : before;
  const item = await advance(context, widened, { type: 'memberReplaced', at: now, memberId, alternateId: alternate.id });
  await recordReplacement(tx, item.appeal.id, item.state.level, memberId, alternate.id);
  const visits = (await openVisits(tx, process.workflowId)).filter((visit) => SITS.includes(visit.step));
  const own = visits.filter((visit) => visit.payload['memberId'] === memberId);
  const told: Replacement['transition']['notices'] = [];
  for (const visit of visits.filter((one) => one.payload['memberId'] === undefined)) if (await takeOver(context, visit, memberId, alternate.id)) told.push({ employeeId: alternate.id, kind: `task.appeal.${visit.step}`, link: `/visits/${visit.id}` });
  return {
    item,
    transition: {
      close: own.map((visit) => ({ visitId: visit.id, outcome: because === 'silent' ? 'silent' : 'replaced' })), open: own.length > 0 ? ballotVisits(item, [alternate.id]) : [], notices: told,
      audit: [{ action: 'appeal.memberReplaced', object: item.appeal.id, before: { memberId }, after: { memberId: alternate.id, fromPool: alternate.added, because } }],
    },
  };
}

/** The task in the visit of the whole panel changes hands; the panel's time does not begin anew. */
async function takeOver({ tx, now }: ProcessContext, visit: VisitRow, memberId: string, alternateId: string): Promise<boolean> {
  if (!(await openTasks(tx, visit.id)).some((task) => task.assigneeId === memberId)) return false;
  await tx.run(sql`update tasks set state = 'moved', decided_at = ${now} where visit_id = ${visit.id} and assignee_id = ${memberId} and state = 'open'`);
  await tx.run(sql`insert into tasks (visit_id, assignee_id, why, created_at) values (${visit.id}, ${alternateId}, 'panelMember', ${now}) on conflict (visit_id, assignee_id) do update set state = 'open', decided_at = null`);
  return true;
}
