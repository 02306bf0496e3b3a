import { randomBytes, randomUUID } from 'node:crypto';
import type { DecideResult, Position, ProcessActivities } from '@fairmark/contracts/process';

/** One thing that happens to a process, and the step it stands in afterwards. */
export interface Step {
  via: 'decide' | 'event' | 'timer';
  to: string;
  /** The new step has a timer of this length; without it waits for people. */
  wakeAfterMs?: number;
  /** The activity fails this often before it works. */
  failures?: number;
}

/** A process as a list of steps: activities answer one position after the other, as the database would. */
export class Script {
  private at = 0;
  private failures = 0;
  private position: Position;

  constructor(
    first: string,
    private readonly steps: readonly Step[],
    wakeAfterMs?: number,
  ) {
    this.position = positionAt(first, wakeAfterMs);
  }

  get remaining(): readonly Step[] {
    return this.steps.slice(this.at);
  }

  activities(): ProcessActivities & { launchReviews(): Promise<Position>; checkCycle(): Promise<Position> } {
    return {
      openProcess: async () => this.position,
      decide: async (): Promise<DecideResult> => ({ answer: { status: 'applied', outcome: 'scripted', details: {} }, position: this.next() }),
      applyEvent: async () => this.next(),
      wake: async () => this.next(),
      launchReviews: async () => this.next(),
      checkCycle: async () => this.position,
    };
  }

  private next(): Position {
    const step = this.steps[this.at];
    if (step?.failures && this.failures < step.failures) {
      this.failures += 1;
      throw new Error('the database is away');
    }
    this.failures = 0;
    this.at += 1;
    if (step) this.position = positionAt(step.to, step.wakeAfterMs);
    return this.position;
  }
}

function positionAt(step: string, wakeAfterMs?: number): Position {
  if (step === 'closed') return { step, state: 'closed', outcome: 'closed', visits: [] };
  const wakeAt = wakeAfterMs === undefined ? null : new Date(Date.now() + wakeAfterMs).toISOString();
  return { step, state: 'open', outcome: null, visits: [{ visitId: randomUUID(), step, wakeAt }] };
}

/** The id of a decision, as the API makes it. */
export const updateId = (): string => randomBytes(32).toString('hex');
