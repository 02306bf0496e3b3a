import type { CommandAnswer, DecideArgs, Position, ProcessEventArgs, ProcessInput } from '@fairmark/contracts/process';
import { allHandlersFinished, ApplicationFailure, condition, continueAsNew, setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import { processActivities } from './activities.js';
import { Lock } from './lock.js';
import { decideUpdate, positionQuery, processEventSignal } from './messages.js';

/**
 * The waiting side of a process. PostgreSQL records what was decided and which visits are open; this class keeps
 * the order (one lock for decisions, deadlines and events) and the time (one timer for the earliest instant).
 */
export class ProcessRun {
  private position: Position | null = null;
  private readonly lock = new Lock();
  private changes = 0;
  private readonly opened: Promise<void>;

  /**
   * Registers every handler at once: a message that comes before the first await must find it. Opening stands first in the line for the lock, so that no
   * message is applied to a process that is not open yet.
   */
  constructor(private readonly input: ProcessInput) {
    this.opened = this.refresh();
    setHandler(decideUpdate, (args) => this.decide(args), { validator: refuseMalformed });
    setHandler(processEventSignal, (args) => this.applyEvent(args));
    setHandler(positionQuery, () => this.position);
  }

  /** The process is open; after a continue-as-new or a rebuild it has taken up the present visits instead. */
  async open(): Promise<void> {
    await this.opened;
  }

  /** Reads the position again after an activity that ran beside the lock: what that one answered may be older than a decision of the meantime. */
  async refresh(): Promise<void> {
    const { workflowId } = this.input;
    await this.follow(() => processActivities.openProcess({ workflowId, now: now() }));
  }

  /** The present phase, or `closed`. */
  get step(): string {
    return this.position?.state === 'closed' ? 'closed' : (this.position?.step ?? 'opening');
  }

  get outcome(): string {
    return this.position?.outcome ?? 'closed';
  }

  /** Waits and acts until the process has left the phase. `poll` also looks at PostgreSQL at its interval. */
  async through(phase: string, poll?: { ms: number; look: () => Promise<Position> }): Promise<void> {
    while (this.step === phase) {
      const seen = this.changes;
      const fired = !(await this.waitFor(() => this.changes !== seen, poll?.ms));
      if (fired) await this.wakeOrLook(poll?.look);
      if (workflowInfo().continueAsNewSuggested) await this.startAfresh();
    }
  }

  /** One activity at a time; what it recorded is followed before the next one starts. */
  private async follow(activity: () => Promise<Position>): Promise<void> {
    await this.lock.run(async () => this.adopt(await activity()));
  }

  private adopt(position: Position): void {
    this.position = position;
    this.changes += 1;
    setCurrentDetails(position.visits.map((visit) => `${visit.step} until ${visit.wakeAt ?? 'decided'}`).join('\n') || position.step);
  }

  private async decide({ updateId }: DecideArgs): Promise<CommandAnswer> {
    return this.lock.run(async () => {
      const { answer, position } = await processActivities.decide({ workflowId: this.input.workflowId, updateId, now: now() });
      this.adopt(position);
      return answer;
    });
  }

  private async applyEvent({ eventId }: ProcessEventArgs): Promise<void> {
    await this.follow(() => processActivities.applyEvent({ workflowId: this.input.workflowId, eventId, now: now() }));
  }

  private async wakeOrLook(look?: () => Promise<Position>): Promise<void> {
    const due = this.nextVisit();
    if (due?.wakeAt && due.wakeAt <= now()) {
      const args = { workflowId: this.input.workflowId, visitId: due.visitId, now: now() };
      await this.follow(() => processActivities.wake(args));
    } else if (look) await this.follow(look);
  }

  private waitFor(woken: () => boolean, pollMs = Number.POSITIVE_INFINITY): Promise<boolean> {
    const at = this.nextVisit()?.wakeAt;
    const ms = Math.min(pollMs, at ? Math.max(1, Date.parse(at) - Date.now()) : Number.POSITIVE_INFINITY);
    return Number.isFinite(ms) ? condition(woken, ms) : condition(woken).then(() => true);
  }

  private nextVisit() {
    const timed = (this.position?.visits ?? []).filter((visit) => visit.wakeAt !== null);
    return timed.sort((a, b) => (String(a.wakeAt) < String(b.wakeAt) ? -1 : 1))[0];
  }

  /** History is long: go on in a fresh run. Processed keys need not be carried, the commands table answers repetitions. */
  private async startAfresh(): Promise<void> {
    await condition(allHandlersFinished);
    await continueAsNew<(input: ProcessInput) => Promise<string>>(this.input);
  }
}

const now = (): string => new Date().toISOString();

function refuseMalformed(args: DecideArgs): void {
  if (typeof args?.updateId !== 'string' || !/^[0-9a-f]{64}$/.test(args.updateId)) throw ApplicationFailure.nonRetryable('malformed', 'COMMAND.MALFORMED');
}
