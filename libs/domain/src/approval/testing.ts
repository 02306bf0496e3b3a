import type { ApprovalDefinition, ApprovalEvent, ApprovalNode, Candidate, Resolution, StepNode, SubmissionInput } from '@fairmark/contracts/approvals';
import { apply, startInstance } from './engine.js';
import { openTasks, openVisits, type ApprovalEffect } from './effects.js';
import type { ApprovalState } from './state.js';

/** Builders for tests of the engine: people are single letters. */
export const AT = '2026-11-02T02:00:00.000Z';

/** An active candidate; a trailing `-` marks somebody who left. */
export function person(id: string): Candidate {
  return id.endsWith('-') ? { personId: id.slice(0, -1), active: false } : { personId: id, active: true };
}

/** A node with one seat per entry of `seats`. */
export function node(id: string, type: StepNode['type'], seats: number, extra: Partial<StepNode> = {}): StepNode {
  const base = {
    ...{ id, title: { zh: id }, duration: { n: 3, unit: 'workingDay' as const }, reminders: [], fallback: [] },
    ...{ approvers: Array.from({ length: seats }, () => ({ type: 'departmentHead' as const })), timeout: { act: 'escalate' as const } },
  };
  return { ...base, ...(type === 'allOf' ? { onReject: 'veto' } : {}), type, ...extra } as StepNode;
}

export function definition(nodes: ApprovalNode[], extra: Partial<ApprovalDefinition> = {}): ApprovalDefinition {
  return { id: 'test', version: 1, kind: 'plans', title: { zh: '测试' }, nodes, settings: { samePerson: 'actsOnce', submitterMayApprove: false }, ...extra };
}

/** Resolution from lists of letters: `{ first: [['a'], ['b']] }` fills two seats of node `first`. */
export function resolution(seats: Record<string, string[][]>, extra: { fallback?: Record<string, string[][]>; up?: Record<string, string[]>; hr?: string[]; admins?: string[] } = {}): Resolution {
  const lists = (all: string[][] | undefined) => (all ?? []).map((list) => list.map(person));
  return {
    nodes: Object.fromEntries(Object.entries(seats).map(([id, all]) => [id, { approvers: lists(all), fallback: lists(extra.fallback?.[id]) }])),
    managersUpwards: Object.fromEntries(Object.entries(extra.up ?? {}).map(([id, up]) => [id, up.map(person)])),
    hr: (extra.hr ?? ['h']).map(person),
    administrators: (extra.admins ?? ['z']).map(person),
  };
}

export function submission(res: Resolution, extra: Partial<SubmissionInput> = {}): SubmissionInput {
  return { subjectIds: ['s'], submitterId: 's', at: AT, resolution: res, ...extra };
}

/** A running case with short ways to act; refusals come back as their code, accepted events as effects. */
export class Case {
  state: ApprovalState;
  readonly events: ApprovalEvent[] = [];
  effects: ApprovalEffect[];

  constructor(readonly definition: ApprovalDefinition, readonly submitted: SubmissionInput) {
    const started = startInstance(definition, submitted);
    if (!started.ok) throw new Error(started.code);
    this.state = started.state;
    this.effects = started.effects;
  }

  send(event: ApprovalEvent): string {
    const result = apply(this.definition, this.state, event);
    if (!result.ok) return result.code;
    this.state = result.state;
    this.effects = result.effects;
    this.events.push(event);
    return 'ok';
  }

  /** Who can act now. */
  get waiting(): string[] {
    return openTasks(this.state).map((task) => task.personId);
  }

  taskOf(personId: string): string {
    return openTasks(this.state).find((task) => task.personId === personId)?.taskId ?? 'none';
  }

  approve(personId: string): string {
    return this.send({ type: 'approve', at: AT, taskId: this.taskOf(personId), actorId: personId });
  }

  reject(personId: string): string {
    return this.send({ type: 'reject', at: AT, taskId: this.taskOf(personId), actorId: personId, commentId: 'c1' });
  }

  giveBack(personId: string, to: string, then: 'rerun' | 'straightBack'): string {
    const target = to === 'submitter' ? to : { nodeId: to };
    return this.send({ type: 'return', at: AT, taskId: this.taskOf(personId), actorId: personId, commentId: 'c1', to: target, then });
  }

  resubmit(flags?: Record<string, boolean>): string {
    return this.send({ type: 'resubmit', at: AT, actorId: this.state.submitterId ?? '', flags });
  }

  timeOut(personId: string): string {
    return this.send({ type: 'timeout', at: AT, taskId: this.taskOf(personId) });
  }

  /** Any other operator of the holder of an open task. */
  act(type: 'addBefore' | 'addAfter' | 'addBeside' | 'transfer' | 'consult' | 'opinion' | 'read', personId: string, to: string[] = [], extra: object = {}): string {
    const people = to.map((id) => ({ personId: id, active: true }));
    return this.send({ type, at: AT, taskId: this.taskOf(personId), actorId: personId, commentId: 'c1', people, toPersonId: to[0], toActive: true, ...extra } as ApprovalEvent);
  }

  takeBack(personId: string, taskId = this.decidedBy(personId)): string {
    return this.send({ type: 'takeBack', at: AT, taskId, actorId: personId });
  }

  handOver(fromId: string, to: string | null): string {
    return this.send({ type: 'handOver', at: AT, fromId, to: to === null ? null : { personId: to, active: true }, actorId: 'h' });
  }

  /** The last task that the person has decided. */
  decidedBy(personId: string): string {
    return this.state.visits.flatMap((visit) => visit.tasks).findLast((task) => task.personId === personId && task.status === 'decided')?.id ?? 'none';
  }

  /** Nodes of the open visits. */
  get nodes(): string[] {
    return openVisits(this.state).map((visit) => visit.nodeId);
  }
}
