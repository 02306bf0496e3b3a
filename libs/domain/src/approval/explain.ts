import type { ApprovalDefinition, ApproverSource, TimeoutPolicy } from '@fairmark/contracts/approvals';
import type { Duration } from '@fairmark/contracts/common';
import { findTask } from './effects.js';
import type { RecordEntry } from './record.js';
import type { ApprovalTask, TaskOrigin, TaskPart } from './state.js';
import { sourcesOf, leafNodes } from './tree.js';
import { upgradeState, type StoredState } from './upgrade.js';

/** Why somebody has or had a task, in codes and ids. */
export interface Explanation {
  taskId: string;
  nodeId: string;
  personId: string;
  part: TaskPart;
  origin: TaskOrigin;
  /** The line of the definition that led here. */
  source: ApproverSource | null;
  /** The people before this one in the same place, the first one first. */
  before: { taskId: string; personId: string; origin: TaskOrigin }[];
  addedBy: string | null;
  /** Where the person had approved before, when nothing is asked of them. */
  approvedIn: string | null;
  since: string | null;
  /** The act that brought the task about. */
  because: Pick<RecordEntry, 'event' | 'act' | 'actorId' | 'forId' | 'at'> | null;
  /** What happens when the deadline passes, and how long the task may take; null where nothing is waited for. */
  atDeadline: { duration: Duration; policy: TimeoutPolicy; extensionsLeft: number | null } | null;
}

/** Why this person has this task, since when, and what happens at the deadline. Undefined for a task that the case does not have. */
export function explain(definition: ApprovalDefinition, stored: StoredState, taskId: string): Explanation | undefined {
  const state = upgradeState(stored);
  const found = findTask(state, taskId);
  const node = found && leafNodes(definition).find((one) => one.id === found.visit.nodeId);
  if (!found || !node) return undefined;
  const { visit, task } = found;
  const line = state.record.find((entry) => entry.what === 'task' && entry.id === taskId && entry.from === null);
  const because = line ? { event: line.event, act: line.act, actorId: line.actorId, forId: line.forId, at: line.at } : null;
  const timeout = node.type === 'copy' || task.status !== 'open' ? null : node.timeout;
  return {
    ...{ taskId, nodeId: visit.nodeId, personId: task.personId, part: task.part, origin: task.origin, source: sourcesOf(node)[task.seat] ?? null, before: replaced(visit.tasks, task) },
    ...{ addedBy: task.addedBy, approvedIn: task.approvedIn, since: task.openedAt, because },
    atDeadline: timeout && node.type !== 'copy' ? { duration: node.duration, policy: timeout, extensionsLeft: timeout.act === 'extend' ? timeout.times - task.extensions : null } : null,
  };
}

function replaced(tasks: readonly ApprovalTask[], task: ApprovalTask): Explanation['before'] {
  const earlier = tasks.find((one) => one.id === task.replaces);
  return earlier ? [...replaced(tasks, earlier), { taskId: earlier.id, personId: earlier.personId, origin: earlier.origin }] : [];
}
