import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** An answer that is no success; `code` is the stable code of the problem document. */
export class Refused extends Error {
  /** @param {string} what @param {number} status @param {any} problem */
  constructor(what, status, problem) {
    super(`${what} answered ${status} ${problem?.code ?? ''} ${JSON.stringify(problem?.details ?? problem?.fields ?? '').slice(0, 400)}`);
    this.name = 'Refused';
    this.status = status;
    this.code = problem?.code;
    this.details = problem?.details;
  }
}

/** A server that is restarted is back after a few seconds; until then people press the button again. */
const GIVE_UP_MS = 120_000;
/** Pages whose figures the checker holds against the record. */
const KEPT = /^\/api\/calibration\/[0-9a-f-]{36}$/;
const again = (status) => status === 0 || status === 502 || status === 503;

/** One signed-in person who talks to Fairmark over HTTP as a browser does: cookies, CSRF token, a key for every decision. */
export class Person {
  /** @param {{ url: string, log: import('./log.mjs').ExchangeLog, account: { email: string, password: string, role: string } }} of */
  constructor({ url, log, account }) {
    Object.assign(this, { url, log, account });
    this.id = '';
    /** Shared by everything that is sent for this person, tagged or not. */
    this.session = { cookies: '', csrf: '' };
    /** @type {import('./log.mjs').Tag | undefined} */
    this.tag = undefined;
  }

  /** The same person in the same session; what they send carries a tag. @param {import('./log.mjs').Tag} tag @returns {Person} */
  tagged(tag) {
    return Object.assign(Object.create(this), { tag });
  }

  async signIn() {
    const { email, password } = this.account;
    const answer = await this.send('POST', '/api/session', { json: { email, password }, secret: true });
    this.id = answer.person.id;
    this.session.csrf = answer.csrfToken;
    return this;
  }

  /** @param {string} path @returns {Promise<any>} */
  get(path) {
    return this.send('GET', path);
  }

  /** @param {string} method @param {string} path @param {unknown} json @returns {Promise<any>} */
  write(method, path, json) {
    return this.send(method, path, { json });
  }

  /** Uploads one CSV file as a form. @param {string} path @param {string} name @param {string} text @returns {Promise<any>} */
  upload(path, name, text) {
    return this.send('POST', path, { file: { name, text } });
  }

  /** A decision in one visit, repeated under the same key until there is an answer. @param {string} visitId @param {string} action @param {unknown} json */
  decide(visitId, action, json = {}) {
    return this.send('POST', `/api/visits/${visitId}/${action}`, { json, key: randomUUID() });
  }

  /** An act on a process as a whole. @param {string} kind @param {string} id @param {string} action @param {unknown} json */
  act(kind, id, action, json = {}) {
    return this.send('POST', `/api/processes/${kind}/${id}/${action}`, { json, key: randomUUID() });
  }

  /** @returns {Promise<any>} */
  async send(method, path, { json, file, key = null, secret = false } = {}) {
    const end = Date.now() + GIVE_UP_MS;
    for (;;) {
      const { status, answer } = await this.once(method, path, { json, file, key, secret });
      if (status >= 200 && status < 300) return answer;
      // Only reading, and what carries a key, may be sent twice without harm.
      if (!again(status) || (method !== 'GET' && key === null && !secret) || Date.now() > end) throw new Refused(`${method} ${path}`, status, answer);
      await sleep(300);
    }
  }

  async once(method, path, { json, file, key, secret }) {
    const started = Date.now();
    const { status, answer, cookies } = await request(this.url + path, { method, headers: this.headers(json, key), body: bodyOf(json, file) });
    if (cookies.length > 0) this.session.cookies = cookies.join('; ');
    this.log.write({ at: new Date(started).toISOString(), actorId: this.id, method, path, key, body: secret || file ? null : (json ?? null), status, answer: secret || (method === 'GET' && !this.keeps(path)) ? null : answer, ms: Date.now() - started, ...(this.tag ? { tag: this.tag } : {}) });
    return { status, answer };
  }

  /** Whether the answer to a page that was only read goes into the log. */
  keeps(path) {
    return this.tag?.part === 'look' || KEPT.test(path);
  }

  headers(json, key) {
    return {
      cookie: this.session.cookies, 'x-csrf-token': this.session.csrf, ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...(key ? { 'idempotency-key': key } : {}),
    };
  }
}

async function request(url, init) {
  try {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) });
    const text = await answer.text();
    return { status: answer.status, answer: text.startsWith('{') ? JSON.parse(text) : text, cookies: answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]) };
  } catch {
    return { status: 0, answer: null, cookies: [] };
  }
}

function bodyOf(json, file) {
  if (!file) return json === undefined ? undefined : JSON.stringify(json);
  const form = new FormData();
  form.append('file', new Blob([file.text], { type: 'text/csv' }), file.name);
  return form;
}
