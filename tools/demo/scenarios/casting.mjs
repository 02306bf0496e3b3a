/** Parts that follow from the person whom it is about. */
const RELATED = {
  manager: (company, subject) => company.managerOf(subject),
  boss: (company, subject) => company.managerOf(company.managerOf(subject).id),
  /** Who heads the other department of the same kind. */
  otherHead: (company, subject) => {
    const other = company.elsewhere(subject);
    return company.managerOf(company.managerOf(other.id).id);
  },
};

/** Gives each scenario its people: a subject of its own, and approvers who may serve in other scenarios too unless it needs them for itself. */
export class Casting {
  #shared;
  #own;
  #turn = 0;

  /** @param {import('./company.mjs').Company} company @param {string[]} subjects ids of people whose reviews run */
  constructor(company, subjects) {
    const taking = new Set(subjects);
    this.company = company;
    this.subjects = subjects;
    this.#shared = company.ofRole('panel');
    // Another run on the same Fairmark begins elsewhere: whoever was nudged today or has left is not asked for again.
    const free = company.ofRole('employee').filter(({ id }) => !taking.has(id));
    const begin = Math.floor(Date.now() / 1_000) % free.length;
    this.#own = [...free.slice(begin), ...free.slice(0, begin)];
  }

  /** @param {import('./statements.mjs').Scenario} scenario @returns {Promise<import('./company.mjs').Cast>} */
  async castFor({ cast, own = [], name }) {
    const [subject] = this.subjects.splice(0, 1);
    if (!subject) throw new Error(`Nobody is left whom "${name}" could be about.`);
    const [hr, hr2] = this.company.ofRole('hr');
    const ids = Object.fromEntries(cast.map((part) => [part, this.#idOf(part, { subject, hr, hr2, isOwn: own.includes(part) })]));
    return Object.fromEntries(await Promise.all(Object.entries(ids).map(async ([part, id]) => [part, await this.company.signIn(id)])));
  }

  #idOf(part, { subject, hr, hr2, isOwn }) {
    if (part === 'subject') return subject;
    if (part === 'hr' || part === 'hr2') return { hr, hr2 }[part].id;
    if (RELATED[part]) return RELATED[part](this.company, subject).id;
    const [found] = isOwn ? this.#own.splice(0, 1) : [this.#shared[this.#turn++ % this.#shared.length]];
    if (!found) throw new Error('The sample company is too small for these scenarios.');
    return found.id;
  }
}
