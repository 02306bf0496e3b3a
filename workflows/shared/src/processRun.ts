import type { CommandAnswer, DecideArgs, Position, ProcessActivities, ProcessEventArgs, ProcessInput } from '@fairmark/contracts/process';
import { allHandlersFinished, ApplicationFailure, condition, continueAsNew, isCancellation, log, setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import { local, patient } from './activities.js';
import { Alarm } from './alarm.js';
import { Lock } from './lock.js';
import { decideUpdate, positionQuery, processEventSignal } from './messages.js';

type Name = keyof ProcessActivities;
type Result<K extends Name> = Awaited<ReturnType<ProcessActivities[K]>>;

/** Looks at PostgreSQL at an interval, for what no message tells. */
export interface Poll {
  ms: number;
  look(): Promise<Position>;
}

/**
 * The waiting side of a process. PostgreSQL records what was decided and which visits are open; this class keeps
 * the order (one lock for decisions, deadlines and events) and the time (one timer for the earliest instant).
 */
export class ProcessRun {
  private position: Position | null = null;
  private readonly lock = new Lock();
  private readonly alarm = new Alarm(() => this.bell());
  private nextLook: number | null = null;
  private bell: () => void = () => undefined;
  private readonly opened: Promise<unknown>;

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
  refresh(): Promise<Position> {
    return this.run('openProcess', { workflowId: this.input.workflowId, now: now() });
  }

  /** The present phase, or `closed`. */
  get step(): string {
    return this.position?.state === 'closed' ? 'closed' : (this.position?.step ?? 'opening');
  }

  get outcome(): string {
    return this.position?.outcome ?? 'closed';
  }

  /** Waits and acts until the process has left the phase. */
  async through(phase: string, poll?: Poll): Promise<void> {
    while (this.step === phase) {
      if (poll) this.nextLook ??= Date.now() + poll.ms;
      if (this.isDue()) await this.actOnTime(poll);
      else await this.untilBell();
      if (workflowInfo().continueAsNewSuggested) await this.startAfresh();
    }
    this.nextLook = null;
  }

  private untilBell(): Promise<void> {
    const rung = new Promise<void>((resolve) => (this.bell = resolve));
    this.setAlarm();
    return rung;
  }

  /**
   * One activity at a time; what it recorded is followed before the next one starts. The local form gives up early and the patient one goes on.
   */
  private async run<K extends Name>(name: K, args: Parameters<ProcessActivities[K]>[0]): Promise<Result<K>> {
    const turn = this.lock.enter();
    if (turn) await turn;
    try {
      const result = await this.carryOut(name, args);
      this.adopt('position' in result ? result.position : result);
      return result;
    } finally {
      this.lock.leave();
    }
  }

  private carryOut<K extends Name>(name: K, args: Parameters<ProcessActivities[K]>[0]): Promise<Result<K>> {
    const quick = local[name] as (args: Parameters<ProcessActivities[K]>[0]) => Promise<Result<K>>;
    const slow = patient[name] as typeof quick;
    return quick(args).catch((error: unknown) => {
      if (isCancellation(error)) throw error;
      log.warn('local activity gave up, going on with an ordinary one', { activity: name });
      return slow(args);
    });
  }

  /** The loop of the phase is woken only by what concerns it: a new phase, an instant that has come, or a history that has grown long. */
  private adopt(position: Position): void {
    const before = this.step;
    this.position = position;
    setCurrentDetails(position.visits.map((visit) => `${visit.step} until ${visit.wakeAt ?? 'decided'}`).join('\n') || position.step);
    if (this.step === before) this.setAlarm();
    if (this.step !== before || workflowInfo().continueAsNewSuggested) this.bell();
  }

  private decide({ updateId }: DecideArgs): Promise<CommandAnswer> {
    return this.run('decide', { workflowId: this.input.workflowId, updateId, now: now() }).then(({ answer }) => answer);
  }

  private async applyEvent({ eventId }: ProcessEventArgs): Promise<void> {
    await this.run('applyEvent', { workflowId: this.input.workflowId, eventId, now: now() });
  }

  private async actOnTime(poll?: Poll): Promise<void> {
    const due = this.nextVisit();
    if (due?.wakeAt && due.wakeAt <= now()) await this.run('wake', { workflowId: this.input.workflowId, visitId: due.visitId, now: now() });
    else if (poll) await this.look(poll);
  }

  private async look(poll: Poll): Promise<void> {
    this.nextLook = null;
    const turn = this.lock.enter();
    if (turn) await turn;
    try {
      this.adopt(await poll.look());
    } finally {
      this.lock.leave();
    }
  }

  private isDue(): boolean {
    const at = this.nextInstant();
    return at !== null && at <= Date.now();
  }

  /** For what is due already no timer is started: the loop acts at once. */
  private setAlarm(): void {
    const due = this.isDue();
    this.alarm.set(due ? null : this.nextInstant());
    if (due) this.bell();
  }

  private nextInstant(): number | null {
    const wakeAt = this.nextVisit()?.wakeAt;
    const instants = [...(wakeAt ? [Date.parse(wakeAt)] : []), ...(this.nextLook === null ? [] : [this.nextLook])];
    return instants.length > 0 ? Math.min(...instants) : null;
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
