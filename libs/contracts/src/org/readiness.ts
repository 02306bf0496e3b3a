import { z } from 'zod';

/** Codes of the list "ready for the first cycle". */
export const ReadinessCode = z
  .enum([
    'noEmployees',
    'noHr',
    'noHrDeputy',
    'noAdministrator',
    'noSponsor',
    'nobodyInvited',
    'notInvited',
    'noManager',
    'managerLeft',
    'managerLoop',
    'severalTops',
    'noDepartment',
    'departmentWithoutHead',
    'headLeft',
    'noCommunityOrPosition',
    'noSheet',
    'communityWithoutOperator',
    'panelPoolTooSmall',
  ])
  .meta({ id: 'ReadinessCode' });
export type ReadinessCode = z.infer<typeof ReadinessCode>;

/** One finding. `subjects` are the first numbers or codes concerned, `count` all of them, `link` the page of the web app that mends it. */
export const ReadinessFinding = z
  .object({
    code: ReadinessCode,
    severity: z.enum(['blocking', 'warning']),
    count: z.int(),
    subjects: z.array(z.string()),
    link: z.string(),
  })
  .meta({ id: 'ReadinessFinding' });
export type ReadinessFinding = z.infer<typeof ReadinessFinding>;

/** The whole list; `ready` when nothing blocks. */
export const Readiness = z.object({ ready: z.boolean(), findings: z.array(ReadinessFinding) }).meta({ id: 'Readiness' });
export type Readiness = z.infer<typeof Readiness>;
