export * from './times.js';

/** How far the department of a cycle is on its way to publication. */
export interface DepartmentProgress {
  readonly sessions: number;
  readonly signedOffSessions: number;
  /** People of signed-off sessions whose review has not yet followed the sign-off. */
  readonly onTheirWay: number;
  /** People whose review waits for publication. */
  readonly waiting: number;
  readonly publishAt: string | null;
}

export type PublicationState = 'notReady' | 'ready' | 'scheduled' | 'published';

/**
 * Rule: a department is published as a whole, once all its sessions, supplementary ones too, are signed off; everybody at the same instant.
 */
export function publicationState({ sessions, signedOffSessions, onTheirWay, waiting, publishAt }: DepartmentProgress, now: string): PublicationState {
  if (publishAt !== null) return Date.parse(publishAt) <= Date.parse(now) ? 'published' : 'scheduled';
  return sessions > 0 && sessions === signedOffSessions && onTheirWay === 0 && waiting > 0 ? 'ready' : 'notReady';
}
