import type { CommandAnswer } from '@fairmark/contracts/process';
import { request } from './client.js';

/** The applied half of an answer; a refusal comes as a problem. */
export type Applied = Extract<CommandAnswer, { status: 'applied' }>;

/** A decision on a visit. `key` stays the same for every repetition of one intention. */
export function decideVisit(visitId: string, action: string, body: unknown, key: string): Promise<Applied> {
  return request<Applied>('POST', `/visits/${visitId}/${action}`, { body, idempotencyKey: key });
}

/** An act on a whole process: of HR, or a withdrawal. */
export function actOnProcess(kind: string, id: string, action: string, body: unknown, key: string): Promise<Applied> {
  return request<Applied>('POST', `/processes/${kind}/${id}/${action}`, { body, idempotencyKey: key });
}
