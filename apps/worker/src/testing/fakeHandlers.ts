import type { Assignee, TimeoutPolicy } from '@fairmark/domain/process';
import { sql } from '@fairmark/persistence/database';
import type { ProcessHandlers } from '../processes/index.js';
import { refuse } from '../processes/index.js';

export interface FakeProcess {
  assignees: Assignee[];
  subjectId: string | null;
  timeout?: TimeoutPolicy;
  /** Length of the first visit; default two working days. */
  days?: number;
}

/**
 * Rules of a process that only tests know: a sign-off visit that somebody approves, a refusal that has already written something, an act on the
 * whole process, and one event.
 */
export function fakeHandlers(fake: FakeProcess, expire: ProcessHandlers['expire'] = {}): ProcessHandlers {
  return {
    kind: 'calibration',
    open: async () => ({
      outcome: 'opened', step: 'open',
      open: [{ step: 'signOff', assignees: fake.assignees, subjectId: fake.subjectId, deadline: { duration: { n: fake.days ?? 2, unit: 'workingDay' } }, timeout: fake.timeout ?? 'remind' }],
      audit: [{ action: 'fake.opened', object: 'fake' }],
    }),
    actions: {
      signOff: {
        approve: {
          by: 'assignee',
          run: async ({ visit, actorId }) => ({ outcome: 'approved', close: [{ visitId: visit.id, outcome: 'approved', by: actorId }], finish: { outcome: 'approved' }, audit: [{ action: 'fake.approved', object: visit.id }] }),
        },
        writeAndRefuse: {
          by: 'assignee',
          run: async ({ tx }) => {
            await tx.run(sql`insert into positions (code, name) values ('half', 'half')`);
            return refuse('FAKE.REFUSED', { why: 'test' });
          },
        },
      },
      // A body that names somebody who does not exist, and a fault in a rule.
      '*': {
        breakReference: { by: 'assignee', run: async ({ tx }) => (await tx.run(sql`insert into accounts (employee_id) values (gen_random_uuid())`), refuse('NEVER')) },
        breakRule: { by: 'assignee', run: async () => Promise.reject(new TypeError('undefined is not a band')) },
        loseConnection: { by: 'assignee', run: async ({ tx }) => (await tx.run(sql`select pg_terminate_backend(pg_backend_pid())`), refuse('NEVER')) },
      },
      process: {
        note: { by: async () => true, run: async ({ actorId }) => ({ outcome: 'noted', details: { by: actorId }, audit: [{ action: 'fake.noted', object: 'fake' }] }) },
      },
    },
    expire,
    events: {
      counted: async ({ body }) => ({ outcome: 'counted', audit: [{ action: 'fake.counted', object: 'fake', after: body }] }),
    },
  };
}
