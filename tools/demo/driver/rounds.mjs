import { setTimeout as sleep } from 'node:timers/promises';
import { pooled } from './pool.mjs';
import { Refused } from './person.mjs';

/** People who look at their inbox at the same time. */
const AT_ONCE = 6;
/** Somebody else was quicker, or the list was read a moment ago: no fault of anybody. */
const OVERTAKEN = new Set(['VISIT.ALREADY_DECIDED', 'VISIT.UNKNOWN', 'ACTOR.NOT_ASSIGNED', 'PROCESS.CLOSED', 'VISIT.ACTION_NOT_OFFERED', 'ACCESS.NOT_FOUND', 'ACCESS.OBJECT_NOT_FOUND', 'ACCESS.DENIED']);
const MOST_FAILURES = 5;

/** Runs people through their inboxes, round after round, until the cycle is closed. */
export class Rounds {
  /**
   * @param {object} of
   * @param {import('./world.mjs').World} of.world
   * @param {Record<string, (task: import('./world.mjs').Task) => Promise<unknown>>} of.steps what is done in each step
   * @param {(task: import('./world.mjs').Task) => Promise<unknown>} of.appoint what HR does where nobody of the line is left
   * @param {((world: import('./world.mjs').World) => Promise<unknown>)[]} of.besides what happens without a task
   */
  constructor({ world, steps, besides, appoint }) {
    Object.assign(this, { world, steps, besides, appoint });
    this.failures = new Map();
  }

  /** Everybody looks once at what waits for them. */
  async round() {
    for (const beside of this.besides) await this.guard(beside.name, () => beside(this.world));
    await pooled(this.world.agents, AT_ONCE, (agent) => this.look(agent));
  }

  async look(agent) {
    const { items } = await agent.get('/api/inbox?box=waiting&pageSize=100');
    for (const item of items.filter((one) => one.cycle === null || one.cycle.id === this.world.cycle.cycleId)) {
      const step = item.why === 'hrAppoints' ? this.appoint : this.steps[item.step];
      if (step && item.visitId) await this.guard(`${item.step} ${item.visitId} ${agent.id}`, () => step({ agent, item, world: this.world }));
    }
  }

  async guard(what, work) {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (OVERTAKEN.has(error.code)) return;
      const times = (this.failures.get(what) ?? 0) + 1;
      this.failures.set(what, times);
      this.world.say(`refused: ${error.message}`);
      if (times >= MOST_FAILURES) throw new Error(`${what} is refused again and again: ${error.message}`);
    }
  }

  /** @param {() => Promise<boolean>} done @param {AbortSignal} signal */
  async until(done, signal) {
    while (!(await done())) {
      signal.throwIfAborted();
      const started = Date.now();
      await this.round();
      await sleep(Math.max(0, 500 - (Date.now() - started)));
    }
  }
}
