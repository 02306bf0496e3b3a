import { isRobotAddress } from '@fairmark/domain/robots';
import type { RobotKind } from '@fairmark/contracts/robots';
import { vendors, type GroupMessage, type RobotOutcome, type RobotRequest } from './vendors/index.js';

const ANSWER_MS = 10_000;
/** Vendors answer in a line; whatever is longer is not their answer. */
const MOST_BYTES = 16_384;

export interface RobotAddress {
  kind: RobotKind;
  url: string;
  secret: string | null;
}

/**
 * Sends one message and reads the vendor's answer. The address is checked again here, whatever the table says, and no redirect is followed: a request leaves for the vendor's host or not at all.
 * `baseUrl` stands in for that host in tests.
 */
export async function sendToRobot({ kind, url, secret }: RobotAddress, message: GroupMessage, baseUrl: string | undefined, nowMs: number): Promise<RobotOutcome> {
  if (!isRobotAddress(kind, url)) return { result: 'refused', code: 'address' };
  const request = vendors[kind].request({ url, secret, nowMs }, message);
  const answer = await post({ ...request, url: target(request.url, baseUrl) });
  if (!answer) return { result: 'later', code: 'unreachable' };
  if (answer.status === 429) return { result: 'limited', code: 'http 429' };
  if (answer.status >= 500) return { result: 'later', code: `http ${answer.status}` };
  const outcome = vendors[kind].outcome(parse(answer.text));
  return answer.status === 200 || outcome.code !== 'unreadable' ? outcome : { result: 'refused', code: `http ${answer.status}` };
}

/** Undefined when no answer came. The error itself is dropped: it would carry the address, which is a secret, into the log. */
async function post({ url, headers, body }: RobotRequest): Promise<{ status: number; text: string } | undefined> {
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(ANSWER_MS) });
    return { status: response.status, text: await limited(response) };
  } catch {
    return undefined;
  }
}

function target(url: string, baseUrl: string | undefined): string {
  if (!baseUrl) return url;
  const { pathname, search } = new URL(url);
  return `${new URL(baseUrl).origin}${pathname}${search}`;
}

async function limited(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of response.body ?? []) {
    text += decoder.decode(part as Uint8Array, { stream: true });
    if (text.length > MOST_BYTES) break;
  }
  return text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
