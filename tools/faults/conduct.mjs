import { setTimeout as sleep } from 'node:timers/promises';

const DECISION = /^\/api\/visits\/([0-9a-f-]{36})\/(\w+)$/;
const VISIT = 'select workflow_id as "workflowId", step from visits where id = $1';
/** Only the reconciler counts its attempts: a decision that it did not send was repeated by somebody after all. */
const UNFINISHED = "select update_id as id, attempts from commands where update_id = any($1) and not (state = 'applied' and confirmed_at is not null and attempts > 0)";
const LOOK_EVERY_MS = 50;

/** Lets faults strike one after the other while a cycle goes on. */
export class Conduct {
  /** @param {{ faults: (import('./faults.mjs').RequestFault | import('./faults.mjs').MomentFault)[], stage: import('./faults.mjs').Stage, say: (line: string) => void }} of */
  constructor({ faults, stage, say }) {
    Object.assign(this, { stage, say });
    this.requests = faults.filter((fault) => 'around' in fault);
    this.moments = faults.filter((fault) => 'strike' in fault);
    /** @type {{ name: string, kills: string[], seconds: number, row?: unknown, afterwards?: Function }[]} */
    this.struck = [];
    this.keys = new Set();
    this.busy = false;
    this.ended = false;
    this.started = Date.now();
  }

  /** Names of faults that never had an occasion. */
  get left() {
    return [...this.requests, ...this.moments].map(({ name }) => name);
  }

  /** Steps between every person and the wire. @param {import('../demo/driver/world.mjs').World} world */
  join(world) {
    for (const agent of world.agents) {
      const once = agent.once.bind(agent);
      agent.once = (method, path, options) => this.around({ agent, method, path, key: options.key }, () => once(method, path, options));
    }
  }

  /** A request that was struck comes again under its key and has to get through. */
  async around({ agent, method, path, key }, send) {
    const decision = method === 'POST' && !this.keys.has(key) ? await this.decisionAt(path) : undefined;
    const fault = decision && !this.busy && this.requests.find(({ step, action }) => step === decision.step && action === decision.action);
    if (!fault) return send();
    this.requests.splice(this.requests.indexOf(fault), 1);
    this.keys.add(key);
    return this.strike(fault, () => fault.around(this.stage, { ...decision, actorId: agent.id }, send));
  }

  async decisionAt(path) {
    const [, visitId, action] = DECISION.exec(path) ?? [];
    if (!visitId || !this.requests.some((fault) => fault.action === action)) return undefined;
    const visit = await this.stage.record.one(VISIT, [visitId]);
    return visit && { ...visit, visitId, action };
  }

  /** Watches for moments until the cycle is over. */
  async watch() {
    while (!this.ended) {
      if (!this.busy) await this.look();
      await sleep(LOOK_EVERY_MS);
    }
  }

  async look() {
    for (const fault of this.moments) {
      const row = await fault.when(this.stage.record);
      if (!row || this.busy) continue;
      this.moments.splice(this.moments.indexOf(fault), 1);
      await this.strike(fault, () => fault.strike(this.stage, row), row);
      return;
    }
  }

  /** One fault at a time: what comes of two at once nobody could say. */
  async strike({ name, kills, afterwards }, work, row) {
    this.busy = true;
    const since = Date.now();
    this.say(`✗ killing ${name}`);
    try {
      return await work();
    } finally {
      this.struck.push({ name, kills, at: Math.round((since - this.started) / 100) / 10, seconds: Math.round((Date.now() - since) / 100) / 10, row, afterwards });
      this.say(`✓ back after ${name}`);
      this.busy = false;
    }
  }

  /** What is wrong with what was struck, once everything is over. @returns {Promise<string[]>} */
  async findings() {
    const found = [];
    for (const { name, row, afterwards } of this.struck) if (afterwards) found.push(...(await afterwards(this.stage.record, row)).map((line) => `${name}: ${line}`));
    for (const { id, attempts } of await this.stage.record.read(UNFINISHED, [this.stage.unrepeated])) found.push(`the reconciler has not finished ${id} after ${attempts} attempts`);
    return found;
  }
}
