/**
 * @typedef {object} Task one line of somebody's inbox
 * @property {import('./person.mjs').Person} agent @property {any} item @property {World} world
 */

/** What the driver knows: who plays which part, and what has happened once already. */
export class World {
  /** @param {{ agents: import('./person.mjs').Person[], hr: import('./person.mjs').Person[], sponsors: import('./person.mjs').Person[], cycle: Awaited<ReturnType<typeof import('./prepare.mjs').prepare>>, seed: number, say: (line: string) => void }} of */
  constructor({ agents, hr, sponsors, cycle, seed, say }) {
    Object.assign(this, { agents, hr, sponsors, cycle, seed, say });
    this.people = new Map(cycle.people.map((person) => [person.id, person]));
    this.sheets = new Map();
    this.happened = new Set();
    this.counts = new Map();
  }

  /** The part of a person; people outside the cycle have none. @param {string | undefined} id @returns {import('./cast.mjs').Role | undefined} */
  roleOf(id) {
    return this.people.get(id)?.role;
  }

  agentOf(id) {
    return this.agents.find((agent) => agent.id === id);
  }

  /** True the first time only. @param {string} what */
  once(what) {
    if (this.happened.has(what)) return false;
    this.happened.add(what);
    return true;
  }

  /** How many times this was asked, this time included. @param {string} what */
  count(what) {
    const times = (this.counts.get(what) ?? 0) + 1;
    this.counts.set(what, times);
    return times;
  }

  has(what) {
    return this.happened.has(what);
  }
}
