import type { ApprovalDefinition, ApprovalEvent, StepNode } from '@fairmark/contracts/approvals';
import { ApprovalErrors, type ApprovalErrorCode } from '@fairmark/contracts/errors';
import { DomainError } from '../common/index.js';
import type { ApprovalEffect } from './effects.js';
import type { RecordEntry } from './record.js';
import type { ApprovalState } from './state.js';
import { stepOf } from './tree.js';

/** One application of an event: a private copy of the state that operators change, and the effects they collect. */
export interface Run {
  readonly definition: ApprovalDefinition;
  readonly state: ApprovalState;
  readonly effects: ApprovalEffect[];
  readonly at: string;
  readonly by: Pick<RecordEntry, 'event' | 'act' | 'actorId' | 'forId' | 'commentId'>;
  /** The task whose decision brings about what happens now. */
  cause: string | null;
  /** Visits that came back in this run, with people who had been asked before. */
  readonly cameBack: Set<string>;
  /** The node to which the case was returned: its people are asked although they have approved before. */
  returnedTo: string | null;
}

/** Answer of the engine. A refusal leaves the state as it was. */
export type ApprovalResult =
  | { ok: true; state: ApprovalState; effects: ApprovalEffect[] }
  | { ok: false; code: ApprovalErrorCode; details: Readonly<Record<string, unknown>> };

/** Ends the run with a code; `guarded` turns it into an answer. */
export class Refusal extends DomainError {
  constructor(
    readonly reason: ApprovalErrorCode,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(reason, details);
  }
}

/** A run on a state that may be changed. */
export function newRun(definition: ApprovalDefinition, state: ApprovalState, at: string, event?: ApprovalEvent): Run {
  const number = (state.record.at(-1)?.event ?? -1) + 1;
  const of = <K extends string>(key: K): string | null => (event && key in event ? ((event as Record<string, unknown>)[key] as string | undefined) ?? null : null);
  const by = event ? { event: number, act: event.type, actorId: of('actorId'), forId: of('forId'), commentId: of('commentId') } : { event: number, act: 'submit' as const, actorId: state.submitterId, forId: null, commentId: null };
  return { definition, state, effects: [], at, by, cause: null, cameBack: new Set(), returnedTo: null };
}

/** Runs `work` and answers its refusal as a value; other errors are faults of the program and pass through. */
export function guarded(run: Run, work: () => void): ApprovalResult {
  try {
    work();
    return { ok: true, state: run.state, effects: run.effects };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.reason, details: error.details };
    throw error;
  }
}

/** The deciding node of a visit. */
export function nodeOf(run: Pick<Run, 'definition'>, nodeId: string): StepNode {
  const node = stepOf(run.definition, nodeId);
  if (!node) throw new Refusal(ApprovalErrors.wrongDefinition, { nodeId });
  return node;
}

/** Writes one line of the record. */
export function note(run: Run, line: Pick<RecordEntry, 'what' | 'id' | 'nodeId' | 'personId' | 'from' | 'to' | 'details'>): void {
  const { record } = run.state;
  record.push(Object.assign({ no: record.length, at: run.at }, run.by, line));
}
