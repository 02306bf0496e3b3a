/** What a group is told, already in its language. */
export interface GroupMessage {
  title: string;
  lines: readonly string[];
  link: { text: string; url: string };
}

/** The request of a vendor, whole. */
export interface RobotRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** What to do after an answer: `limited` and `later` are tried again, `refused` never becomes right by itself. `code` is the vendor's own. */
export interface RobotOutcome {
  result: 'sent' | 'limited' | 'later' | 'refused';
  code: string;
}

/** Address, secret of the signature, and the instant that the signature names. */
export interface RobotCredentials {
  url: string;
  secret: string | null;
  nowMs: number;
}

/** One vendor of group chats: how a request looks, and what its answers mean. Vendors answer 200 with a code of their own in the body. */
export interface RobotVendor {
  /** How long a robot is left alone after it was limited. */
  limitedMs: number;
  request(credentials: RobotCredentials, message: GroupMessage): RobotRequest;
  outcome(answer: unknown): RobotOutcome;
}

/** All three want UTF-8 JSON. */
export const jsonHeaders = { 'content-type': 'application/json; charset=utf-8' } as const;

/** Reads a numeric field of an answer; undefined when it is none. */
export function numberIn(answer: unknown, field: string): number | undefined {
  const value = typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>)[field] : undefined;
  return typeof value === 'number' ? value : undefined;
}

/** What a vendor's code means. No code at all is an answer of something between us and the vendor: it is tried again. */
export function outcomeOf(code: number | undefined, meaning: { limited: readonly number[]; later: readonly number[] }): RobotOutcome {
  if (code === undefined) return { result: 'later', code: 'unreadable' };
  const result = code === 0 ? 'sent' : meaning.limited.includes(code) ? 'limited' : meaning.later.includes(code) ? 'later' : 'refused';
  return { result, code: String(code) };
}
