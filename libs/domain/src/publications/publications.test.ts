import { expect, test } from '@jest/globals';
import { publicationState, type DepartmentProgress } from './index.js';

const now = '2026-09-01T00:00:00.000Z';
const ready: DepartmentProgress = { sessions: 2, signedOffSessions: 2, onTheirWay: 0, waiting: 5, publishAt: null };

test.each<[string, Partial<DepartmentProgress>, string]>([
  ['all sessions are signed off', {}, 'ready'],
  ['a supplementary session is open', { signedOffSessions: 1 }, 'notReady'],
  ['somebody has not yet followed the sign-off', { onTheirWay: 1 }, 'notReady'],
  ['nobody was calibrated', { sessions: 0, signedOffSessions: 0 }, 'notReady'],
  ['the instant is ahead', { publishAt: '2026-09-03T00:00:00.000Z' }, 'scheduled'],
  ['the instant has come', { publishAt: now }, 'published'],
])('when %s', (_, change, state) => expect(publicationState({ ...ready, ...change }, now)).toBe(state));
