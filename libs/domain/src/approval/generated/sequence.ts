import type { ApprovalDefinition, ApprovalEvent } from '@fairmark/contracts/approvals';
import type { ApprovalEffect } from '../effects.js';
import { apply, replay, startInstance } from '../engine.js';
import type { ApprovalState } from '../state.js';
import { checkAccepted, checkOffer, checkRefusal } from './answers.js';
import { checkState } from './checks.js';
import { drawDefinition } from './definitions.js';
import { Draws } from './draws.js';
import { drawEvent, nextApproval } from './events.js';
import { must } from './must.js';
import { drawSubmission } from './organisations.js';
import { Watch } from './watch.js';

const BEGIN = Date.UTC(2026, 10, 2, 2);
const instant = (minute: number): string => new Date(BEGIN + minute * 60_000).toISOString();

/** How one sequence went, to see that all operators come up. */
export interface Told {
  accepted: ApprovalEvent['type'][];
  refused: string[];
  ended: ApprovalState['status'];
}

/** One definition, one organisation, one sequence of events; throws when anything does not hold. */
export function tellSequence(numbers: ArrayLike<number>): Told {
  const draws = new Draws(numbers);
  const definition = drawDefinition(draws);
  const submission = drawSubmission(draws, definition);
  const started = startInstance(definition, submission);
  const told: Told = { accepted: [], refused: [], ended: 'running' };
  if (!started.ok) {
    must(started.code === 'APPROVAL.CHOSEN', 'what is drawn can start', started);
    told.refused.push(started.code);
    return told;
  }
  const story = new Story(definition, started.state, started.effects);
  for (let minute = 1; draws.more && minute <= 40; minute += 1) story.send(draws, instant(minute));
  told.accepted = story.accepted.map((event) => event.type);
  told.refused = story.refused;
  const again = replay(definition, submission, story.accepted);
  must(again.ok && text(again.state) === text(story.state), 'replaying gives the same state');
  told.ended = story.driveToEnd();
  return told;
}

/** A running case that is watched. */
class Story {
  readonly accepted: ApprovalEvent[] = [];
  readonly refused: string[] = [];
  private readonly watch = new Watch();
  private seen: ApprovalState;

  constructor(private readonly definition: ApprovalDefinition, public state: ApprovalState, effects: readonly ApprovalEffect[]) {
    this.watch.follow(state, effects, state.startedAt);
    checkState(definition, state);
    this.seen = state;
  }

  /** Somebody does something, perhaps on a page that is no longer up to date. */
  send(draws: Draws, at: string): void {
    const late = draws.once(5);
    const event = drawEvent(draws, this.definition, this.state, late ? this.seen : this.state, at);
    this.seen = this.state;
    const offer = draws.once(4);
    const before = frozen(this.state);
    const result = apply(this.definition, before, event);
    if (offer) checkOffer(this.definition, before, event, result.ok ? null : result.code);
    if (!result.ok) {
      checkRefusal(result.code, this.state.submitterId);
      this.refused.push(result.code);
      return;
    }
    this.accepted.push(event);
    this.take(result.state, result.effects, at);
    checkAccepted(this.definition, before, event, result.state, result.effects);
  }

  private take(state: ApprovalState, effects: readonly ApprovalEffect[], at: string): void {
    this.state = state;
    this.watch.follow(state, effects, at);
    checkState(this.definition, state);
  }

  /** Everybody approves, the submitter hands in: the case must end soon. The state has been stored in between. */
  driveToEnd(): ApprovalState['status'] {
    this.state = { ...(JSON.parse(text(this.state)) as ApprovalState), resolution: this.state.resolution };
    for (let minute = 60; minute < 360; minute += 1) {
      const event = nextApproval(this.state, instant(minute));
      if (!event) break;
      const result = apply(this.definition, this.state, event);
      if (!result.ok) {
        checkRefusal(result.code, this.state.submitterId);
        must(result.code === 'APPROVAL.NO_OWNER' || result.code === 'APPROVAL.CHOSEN', 'whoever has a task can approve', { code: result.code, event });
        return this.state.status;
      }
      this.take(result.state, result.effects, event.at);
    }
    must(['approved', 'rejected', 'withdrawn'].includes(this.state.status), 'it ends', this.state.status);
    return this.state.status;
  }
}

/** The state as text, without the organisation data, which an event replaces as a whole. */
const text = (state: ApprovalState): string => JSON.stringify({ ...state, resolution: null });

/** A state that throws when anybody changes it: an event works on a copy. */
function frozen(state: ApprovalState): ApprovalState {
  for (const visit of state.visits) {
    for (const task of visit.tasks) Object.freeze(task);
    Object.freeze(visit.tasks);
    Object.freeze(visit);
  }
  Object.freeze(state.visits);
  Object.freeze(state.record);
  return Object.freeze(state);
}
