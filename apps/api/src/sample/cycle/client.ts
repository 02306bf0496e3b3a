import { randomUUID } from 'node:crypto';
import { SessionView } from '@fairmark/contracts/identity';
import type { z } from 'zod';

/** A refusal of the API; `code` is the stable code of its problem document. */
export class RefusedRequest extends Error {
  constructor(
    readonly path: string,
    readonly status: number,
    readonly code: string | undefined,
    body: string,
  ) {
    super(`${path} answered ${status}: ${body.slice(0, 500)}`);
    this.name = 'RefusedRequest';
  }
}

/** One signed-in person talking to the running API over HTTP, as a browser does. */
export class SampleClient {
  private constructor(
    private readonly url: string,
    private readonly cookies: string,
    private readonly csrfToken: string,
  ) {}

  static async signIn(url: string, account: { email: string; password: string }): Promise<SampleClient> {
    const answer = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: account.email, password: account.password }) });
    const body = await bodyOf('/api/session', answer);
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
    return new SampleClient(url, cookies, SessionView.parse(body).csrfToken);
  }

  async get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    return schema.parse(await this.send('GET', path));
  }

  async post<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    return schema.parse(await this.send('POST', path, body));
  }

  /** Uploads one file as a form. */
  async upload<T>(path: string, name: string, bytes: Uint8Array, schema: z.ZodType<T>): Promise<T> {
    const form = new FormData();
    form.append('file', new Blob([Buffer.from(bytes)], { type: 'text/csv' }), name);
    const answer = await fetch(this.url + path, { method: 'POST', headers: { cookie: this.cookies, 'x-csrf-token': this.csrfToken }, body: form });
    return schema.parse(await bodyOf(path, answer));
  }

  /** A decision, sent once under one key. */
  async decide(visitId: string, action: string, body: unknown): Promise<void> {
    await this.send('POST', `/api/visits/${visitId}/${action}`, body, { 'idempotency-key': randomUUID() });
  }

  private async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<unknown> {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(this.url + path, { method, headers: { cookie: this.cookies, 'x-csrf-token': this.csrfToken, ...type, ...headers }, ...content });
    return bodyOf(path, answer);
  }
}

async function bodyOf(path: string, answer: Response): Promise<unknown> {
  const text = await answer.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  if (answer.ok) return body;
  const code = body && typeof body === 'object' && 'code' in body ? String(body.code) : undefined;
  throw new RefusedRequest(path, answer.status, code, text);
}
