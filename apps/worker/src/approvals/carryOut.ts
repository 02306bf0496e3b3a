import { openVisits as openVisitsOf, type ApprovalEffect, type ApprovalVisit } from '@fairmark/domain/approval';
import type { VisitClosing } from '@fairmark/domain/process';
import { addCopies, type ApprovalCase } from '@fairmark/persistence/approvals';
import { openTasks, openVisits, type TaskRow, type VisitRow } from '@fairmark/persistence/process';
import type { ProcessContext } from '../processes/index.js';
import { goesOn } from './goesOn.js';
import type { ApprovalAct, ApprovalPart } from './request.js';
import { visitSpec } from './visitSpec.js';

/** What was done to a case; `act` is absent when it was submitted. */
export interface Applied {
  approvalId: string;
  /** Before it happened; absent when it was submitted. */
  before?: ApprovalCase;
  item: ApprovalCase;
  effects: readonly ApprovalEffect[];
  visit: VisitRow | null;
  act?: ApprovalAct;
}

/** An open visit of the process that stands for one entry into a node. */
export interface Shown {
  visit: VisitRow;
  tasks: TaskRow[];
}

/**
 * Makes the visits of the process what the engine says. Each entry into a node is a visit with its own people and clock; several are open where branches run
 * side by side. When everybody who is asked changes, that is a new visit: a passed deadline or a substitute never inherits the old one. When others keep
 * their task, who joins them gets a task in the same visit.
 */
export async function carryOut(context: ProcessContext, applied: Applied): Promise<ApprovalPart> {
  const { item, approvalId, effects } = applied;
  const part: ApprovalPart = { close: [], decided: [], open: [], notices: noticesOf(applied), audit: [] };
  const shown = applied.before ? await shownVisits(context, approvalId) : [];
  const nodes = openVisitsOf(item.state);
  for (const node of nodes) await follow(context, applied, part, node, shown.find((one) => one.visit.payload['nodeVisit'] === node.id));
  for (const one of shown) if (!nodes.some((node) => node.id === one.visit.payload['nodeVisit'])) part.close.push(closing(applied, one.visit));
  await addCopies(context.tx, approvalId, effects.flatMap((effect) => (effect.type === 'copy' ? [{ personId: effect.personId, nodeId: effect.nodeId }] : [])), context.now);
  return part;
}

async function shownVisits({ tx, process }: ProcessContext, approvalId: string): Promise<Shown[]> {
  const visits = (await openVisits(tx, process.workflowId)).filter((visit) => visit.approvalId === approvalId && visit.payload['nodeVisit'] !== undefined);
  const shown: Shown[] = [];
  for (const visit of visits) shown.push({ visit, tasks: await openTasks(tx, visit.id) });
  return shown;
}

async function follow(context: ProcessContext, applied: Applied, part: ApprovalPart, node: ApprovalVisit, shown: Shown | undefined): Promise<void> {
  const wanted = node.tasks.filter((task) => task.status === 'open');
  const stays = shown?.tasks.some((held) => wanted.some((task) => task.personId === held.assigneeId)) ?? false;
  const joins = wanted.filter((task) => !shown?.tasks.some((held) => held.assigneeId === task.personId));
  if (shown && (stays || (joins.length === 0 && wanted.length > 0))) return goesOn(context, applied, part, { shown, wanted, joins });
  if (shown) part.close.push(closing(applied, shown.visit));
  if (wanted.length > 0) part.open.push(visitSpec(applied, node, wanted));
}

function closing({ item, act, visit: acted }: Applied, visit: VisitRow): VisitClosing {
  const status = item.state.visits.find((one) => one.id === visit.payload['nodeVisit'])?.status ?? 'open';
  const outcome = status === 'open' ? movedBecause(act) : status;
  const by = acted?.id === visit.id && act && 'actorId' in act ? act.actorId : null;
  if (by === null) return { visitId: visit.id, outcome };
  const holder = act && 'assigneeId' in act ? act.assigneeId : undefined;
  return { visitId: visit.id, outcome, by, ...(holder !== undefined && holder !== by ? { onBehalfOf: holder } : {}) };
}

const MOVED: Partial<Record<ApprovalAct['type'], string>> = {
  timeout: 'escalated', reassign: 'reassigned', approve: 'approved', addAfter: 'approved', addBefore: 'addedBefore', transfer: 'transferred', consult: 'consulted', opinion: 'opinionGiven', takeBack: 'takenBack', handOver: 'handedOver',
};

/** How a visit ended whose node goes on with other people. */
const movedBecause = (act: ApprovalAct | undefined): string => (act && MOVED[act.type]) ?? 'moved';

/** Somebody who is told about it. What a copied person opens is the case, never the matter behind it. */
function noticesOf({ effects, visit, item, approvalId }: Applied): ApprovalPart['notices'] {
  return effects.flatMap((effect) => {
    if (effect.type === 'copy') return [{ employeeId: effect.personId, kind: 'approval.copied', link: `/approvals/${approvalId}` }];
    if (effect.type !== 'notify') return [];
    return [{ employeeId: effect.personId, kind: `approval.${effect.topic}`, link: visit ? `/visits/${visit.id}` : `/approvals/${approvalId}`, params: { step: item.step } }];
  });
}

