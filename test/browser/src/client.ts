import { randomUUID } from 'node:crypto';
import { request, type APIRequestContext, type APIResponse } from 'playwright-core';
import { running, type Account } from './running.js';

/** One signed-in person who talks to the API without a browser: preparation, other people's acts, and looks by the wrong people. */
export class Client {
  private constructor(
    private readonly context: APIRequestContext,
    private readonly csrfToken: string,
    readonly id: string,
    readonly account: Account,
  ) {}

  static async signIn(account: Account): Promise<Client> {
    const context = await request.newContext({ baseURL: running.url });
    const answer = await context.post('/api/session', { data: { email: account.email, password: account.password } });
    const session = (await answer.json()) as { csrfToken: string; person: { id: string } };
    return new Client(context, session.csrfToken, session.person.id, account);
  }

  /** The status only, for looks that must fail. */
  async status(path: string): Promise<number> {
    return (await this.context.get(path)).status();
  }

  /** Reads a view; the contract's type says what it is. */
  async get<T = unknown>(path: string): Promise<T> {
    return answered<T>(await this.context.get(path));
  }

  async send<T = unknown>(method: 'POST' | 'PUT' | 'DELETE', path: string, data?: unknown): Promise<T> {
    return answered<T>(await this.context.fetch(path, { method, headers: { 'x-csrf-token': this.csrfToken, 'idempotency-key': randomUUID() }, ...(data === undefined ? {} : { data }) }));
  }

  async upload(path: string, name: string, buffer: Buffer): Promise<unknown> {
    return answered(await this.context.post(path, { headers: { 'x-csrf-token': this.csrfToken }, multipart: { file: { name, mimeType: 'text/csv', buffer } } }));
  }

  decide(visitId: string, action: string, body: unknown = {}): Promise<unknown> {
    return this.send('POST', `/api/visits/${visitId}/${action}`, body);
  }
}

async function answered<T>(response: APIResponse): Promise<T> {
  const text = await response.text();
  if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()} ${text.slice(0, 500)}`);
  return (text.startsWith('{') ? JSON.parse(text) : text) as T;
}
