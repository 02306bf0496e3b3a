import type { ApprovalEffect } from '../effects.js';
import type { RecordEntry } from '../record.js';
import type { ApprovalState } from '../state.js';
import { must } from './must.js';

/** Follows effects and the record of one case and compares what they tell with the state. */
export class Watch {
  private readonly open = new Set<string>();
  private readonly everOpened = new Set<string>();
  /** Status of everything as the record tells it. */
  private readonly told = new Map<string, string>();
  private lines = 0;

  /** Takes in one accepted event. */
  follow(state: ApprovalState, effects: readonly ApprovalEffect[], at: string): void {
    for (const effect of effects) this.effect(effect);
    const opened = new Set(effects.flatMap((effect) => (effect.type === 'openTask' ? [effect.taskId] : [])));
    let open = 0;
    for (const visit of state.visits) {
      for (const task of visit.tasks) {
        if (opened.has(task.id)) must(task.openedAt === at, 'a clock is new', task);
        if (task.status !== 'open') continue;
        open += 1;
        must(this.open.has(task.id), 'an open task was opened by an effect', task.id);
      }
    }
    must(open === this.open.size, 'no task vanishes', () => [...this.open]);
    for (const line of state.record.slice(this.lines)) this.line(line);
    this.lines = state.record.length;
    this.compare(state);
  }

  private effect(effect: ApprovalEffect): void {
    if (effect.type === 'openTask') {
      must(!this.everOpened.has(effect.taskId), 'a task opens once', effect.taskId);
      must(effect.duration.n > 0, 'a task has a deadline', effect);
      this.everOpened.add(effect.taskId);
      this.open.add(effect.taskId);
    }
    if (effect.type === 'closeTask') must(this.open.delete(effect.taskId), 'only an open task closes', effect.taskId);
    if (effect.type === 'rearm' && effect.taskId !== 'resubmission') must(this.open.has(effect.taskId), 'only an open task has a deadline to move', effect.taskId);
  }

  private line({ what, id, from, to, no }: RecordEntry): void {
    if (what === 'submitter') return;
    const key = `${what}/${id ?? ''}`;
    must((this.told.get(key) ?? null) === from, 'a line begins where the last one ended', () => ({ no, key, from, told: this.told.get(key) }));
    this.told.set(key, to);
  }

  private compare(state: ApprovalState): void {
    must(this.told.get('case/') === state.status, 'the record explains the case', state.status);
    for (const visit of state.visits) {
      must(this.told.get(`visit/${visit.id}`) === visit.status, 'the record explains every visit', visit.id);
      for (const task of visit.tasks) must(this.told.get(`task/${task.id}`) === task.status, 'the record explains every task', task.id);
    }
  }
}
