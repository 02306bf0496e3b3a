import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface TestAnswer<T = Record<string, unknown>> {
  status: number;
  /** Parsed JSON; undefined when the answer is not JSON. */
  body: T;
  text: string;
  headers: Record<string, string | string[] | number | undefined>;
}

/** A browser of one person: keeps cookies and sends the token of its session. Requests do not use a port. */
export class Agent {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly app: NestFastifyApplication) {}

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  get<T = Record<string, unknown>>(url: string, headers: Record<string, string> = {}): Promise<TestAnswer<T>> {
    return this.send<T>('GET', url, undefined, headers);
  }

  post<T = Record<string, unknown>>(url: string, body?: unknown, headers: Record<string, string> = {}): Promise<TestAnswer<T>> {
    return this.send<T>('POST', url, body, headers);
  }

  put<T = Record<string, unknown>>(url: string, body?: unknown, headers: Record<string, string> = {}): Promise<TestAnswer<T>> {
    return this.send<T>('PUT', url, body, headers);
  }

  patch<T = Record<string, unknown>>(url: string, body?: unknown, headers: Record<string, string> = {}): Promise<TestAnswer<T>> {
    return this.send<T>('PATCH', url, body, headers);
  }

  delete<T = Record<string, unknown>>(url: string, headers: Record<string, string> = {}): Promise<TestAnswer<T>> {
    return this.send<T>('DELETE', url, undefined, headers);
  }

  /** Sends files as a form: field name → file name and content. */
  upload<T = Record<string, unknown>>(url: string, files: Record<string, { name: string; content: Buffer | string; type?: string }>, fields: Record<string, string> = {}): Promise<TestAnswer<T>> {
    const boundary = 'fairmark-test-boundary';
    const parts: Buffer[] = Object.entries(fields).map(([name, value]) => Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`));
    for (const [field, file] of Object.entries(files)) {
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${file.name}"\r\ncontent-type: ${file.type ?? 'text/csv'}\r\n\r\n`;
      parts.push(Buffer.from(head), Buffer.from(file.content), Buffer.from('\r\n'));
    }
    parts.push(Buffer.from(`--${boundary}--\r\n`));
    return this.send<T>('POST', url, Buffer.concat(parts), { 'content-type': `multipart/form-data; boundary=${boundary}` });
  }

  async send<T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS', url: string, body: unknown, headers: Record<string, string> = {}): Promise<TestAnswer<T>> {
    const payload = body === undefined ? {} : { payload: body as Buffer };
    const answer = await this.app.inject({ method, url, headers: { ...this.sessionHeaders(), ...headers }, ...payload });
    for (const cookie of answer.cookies) this.cookies.set(cookie.name, cookie.value);
    return { status: answer.statusCode, body: parse<T>(answer.body), text: answer.body, headers: answer.headers };
  }

  private sessionHeaders(): Record<string, string> {
    if (this.cookies.size === 0) return {};
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { cookie, 'x-csrf-token': this.cookies.get('XSRF-TOKEN') ?? '' };
  }
}

function parse<T>(text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined as T;
  }
}
