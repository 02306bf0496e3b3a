import { Problem, type ProblemBody } from './problem.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RequestOptions {
  body?: unknown;
  /** A file upload instead of a JSON body. */
  form?: FormData;
  /** One key per intention of the person: repeated clicks and retries send the same one. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** The session's token, which a page of another origin cannot read. */
function csrfToken(): string | undefined {
  return document.cookie.split('; ').find((pair) => pair.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length);
}

let onSignedOut: () => void = () => undefined;

/** What happens when the session has ended: the application asks to sign in again and keeps the page. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

export function headersOf(method: Method, options: RequestOptions): Headers {
  const headers = new Headers({ accept: 'application/json' });
  if (options.body !== undefined) headers.set('content-type', 'application/json');
  const token = csrfToken();
  if (method !== 'GET' && token) headers.set('x-csrf-token', token);
  if (options.idempotencyKey) headers.set('idempotency-key', options.idempotencyKey);
  return headers;
}

async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const body = options.form ?? (options.body === undefined ? null : JSON.stringify(options.body));
  try {
    return await fetch(`/api${path}`, { method, headers: headersOf(method, options), credentials: 'same-origin', body, signal: options.signal ?? null });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem({ code: 'NETWORK.UNREACHABLE', status: 0 });
  }
}

/**
 * Sends a request to the API and reads its JSON answer (undefined for an empty one).
 * @throws {Problem} for every error answer and when the server cannot be reached
 */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(method, path, options);
  const text = await response.text();
  if (!response.ok) throw problemFrom(response.status, text);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** An error answer as a problem; an ended session is told to the application. */
export function problemFrom(status: number, text: string): Problem {
  const body = parsed(text);
  const problem = new Problem({ ...body, code: body?.code ?? `HTTP.${status}`, status });
  if (problem.code === 'SESSION.REQUIRED') onSignedOut();
  return problem;
}

function parsed(text: string): Partial<ProblemBody> | undefined {
  try {
    return JSON.parse(text) as Partial<ProblemBody>;
  } catch {
    return undefined;
  }
}

/** Reads a view. */
export const read = <T>(path: string, signal?: AbortSignal): Promise<T> => request<T>('GET', path, signal ? { signal } : {});
