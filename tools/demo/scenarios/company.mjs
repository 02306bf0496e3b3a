import { readFileSync } from 'node:fs';
import { Person } from '../driver/person.mjs';

/**
 * @typedef {{ id: string, number: string, name: string, email: string, state: string, manager: { id: string } | null, department: { id: string } | null }} Line
 * @typedef {Record<string, Person>} Cast who plays which part
 */

/** Everybody of the company, signed in when they are first needed. */
export class Company {
  /** @type {Map<string, Promise<Person>>} */
  #signedIn = new Map();

  /** @param {{ url: string, accounts: string, log: import('../driver/log.mjs').ExchangeLog }} of */
  constructor({ url, accounts, log }) {
    Object.assign(this, { url, log });
    this.accounts = JSON.parse(readFileSync(accounts, 'utf8'));
    /** @type {Line[]} */
    this.people = [];
  }

  /** HR signs in and looks who works here. */
  async open() {
    this.hr = await this.#enter(this.accounts.filter(({ role }) => role === 'hr')[0]);
    for (let page = 1; ; page++) {
      const { employees, total } = await this.hr.get(`/api/org/employees?page=${page}&pageSize=100`);
      this.people.push(...employees);
      if (this.people.length >= total || employees.length === 0) break;
    }
    this.people.sort((a, b) => (a.number < b.number ? -1 : 1));
    return this;
  }

  /** @param {string} id */
  line(id) {
    return this.people.find((one) => one.id === id) ?? this.#nobody(id);
  }

  /** People of a role of the accounts file, by employee number. @param {...string} roles */
  ofRole(...roles) {
    const emails = new Set(this.accounts.filter(({ role }) => roles.includes(role)).map(({ email }) => email));
    return this.people.filter(({ email, state }) => emails.has(email) && state === 'active');
  }

  managerOf(id) {
    return this.line(this.line(id).manager?.id ?? this.#nobody(`manager of ${id}`));
  }

  /** Somebody who does the same work in another department. @param {string} id @returns {Line} */
  elsewhere(id) {
    const own = this.line(id).department?.id;
    return this.ofRole('employee').find(({ department }) => department && department.id !== own) ?? this.#nobody('another department');
  }

  /** @param {string} id @returns {Promise<Person>} */
  signIn(id) {
    const account = this.accounts.find(({ email }) => email === this.line(id).email) ?? this.#nobody(id);
    return this.#enter(account);
  }

  #enter(account) {
    const entered = this.#signedIn.get(account.email) ?? new Person({ url: this.url, log: this.log, account }).signIn();
    this.#signedIn.set(account.email, entered);
    return entered;
  }

  /** @returns {never} */
  #nobody(who) {
    throw new Error(`The sample company does not have ${who}.`);
  }
}
