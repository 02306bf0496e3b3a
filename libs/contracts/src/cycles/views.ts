import { z } from 'zod';
import { DepartmentRef, Id, Instant, LocalDate, PersonRef } from '../common/index.js';
import { PopulationFilter } from './create.js';
import { Finding } from './finding.js';
import { CycleSchedule, CycleStep } from './schedule.js';

export const CycleState = z.enum(['draft', 'launching', 'running', 'closed', 'cancelled']).meta({ id: 'CycleState' });

/** A cycle in a list. `people` are those of the launch and later joiners, `started` those whose review exists, `open` those not closed. */
export const CycleSummary = z
  .object({
    id: Id,
    name: z.string(),
    nameEn: z.string().nullable(),
    state: CycleState,
    plan: z.object({ id: Id, code: z.string(), name: z.string(), nameEn: z.string().nullable(), versionId: Id, no: z.int() }),
    periodStart: LocalDate,
    periodEnd: LocalDate,
    people: z.int(),
    started: z.int(),
    open: z.int(),
    createdBy: PersonRef,
    createdAt: Instant,
    launchedAt: Instant.nullable(),
    closedAt: Instant.nullable(),
  })
  .meta({ id: 'CycleSummary' });
export type CycleSummary = z.infer<typeof CycleSummary>;

/** Answer of `GET /cycles`, newest first. */
export const CycleList = z.object({ cycles: z.array(CycleSummary) }).meta({ id: 'CycleList' });
export type CycleList = z.infer<typeof CycleList>;

/** How many reviews stand in a step (phase), and how many of them wait for somebody whose deadline has passed; null where a small number is hidden. */
export const StepCount = z.object({ step: z.string(), people: z.int(), overdue: z.int().nullable() }).meta({ id: 'StepCount' });
export type StepCount = z.infer<typeof StepCount>;

export const DepartmentProgress = z.object({ department: DepartmentRef, people: z.int(), open: z.int(), overdue: z.int(), steps: z.array(StepCount) }).meta({ id: 'DepartmentProgress' });
export type DepartmentProgress = z.infer<typeof DepartmentProgress>;

/** Answer of `GET /cycles/:id`. Lead and sponsor see neither departments nor numbers under five. */
export const CycleView = z
  .object({ ...CycleSummary.shape, population: PopulationFilter, schedule: CycleSchedule, overdue: z.int().nullable(), steps: z.array(StepCount), departments: z.array(DepartmentProgress) })
  .meta({ id: 'CycleView' });
export type CycleView = z.infer<typeof CycleView>;

/** Answer of `POST /cycles`. */
export const CycleCreated = z.object({ id: Id }).meta({ id: 'CycleCreated' });
export type CycleCreated = z.infer<typeof CycleCreated>;

/** Answer of `POST /cycles/:id/launch`: how many reviews will start. */
export const CycleLaunched = z.object({ id: Id, people: z.int() }).meta({ id: 'CycleLaunched' });
export type CycleLaunched = z.infer<typeof CycleLaunched>;

/** Query of `GET /cycles/:id/people`. `search` is part of a name or a number; a department includes those below it. */
export const CyclePeopleQuery = z
  .object({
    step: z.string().max(40).optional(),
    departmentId: Id.optional(),
    overdue: z.enum(['true', 'false']).default('false'),
    search: z.string().trim().max(100).optional(),
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .meta({ id: 'CyclePeopleQuery' });
export type CyclePeopleQuery = z.infer<typeof CyclePeopleQuery>;

/** Where one person's review stands and for whom it waits; no scores. */
export const CyclePerson = z
  .object({
    reviewId: Id,
    employee: PersonRef,
    department: DepartmentRef,
    state: z.string(),
    step: z.string(),
    late: z.boolean(),
    overdue: z.boolean(),
    visits: z.array(z.object({ id: Id, step: z.string(), dueAt: Instant.nullable(), waitingFor: z.array(PersonRef) })),
  })
  .meta({ id: 'CyclePerson' });
export type CyclePerson = z.infer<typeof CyclePerson>;

/** A page of the people of a cycle, by name. */
export const CyclePeople = z.object({ total: z.int(), offset: z.int(), people: z.array(CyclePerson) }).meta({ id: 'CyclePeople' });
export type CyclePeople = z.infer<typeof CyclePeople>;

/** What keeps somebody out whom the filter names. */
export const PopulationWhy = z.enum(['excluded', 'left', 'notHiredYet', 'noDepartment']).meta({ id: 'PopulationWhy' });
export type PopulationWhy = z.infer<typeof PopulationWhy>;

const PopulationPerson = z
  .object({ employee: PersonRef, department: DepartmentRef.nullable(), position: z.string().nullable(), region: z.string(), manager: PersonRef.nullable(), communities: z.int(), why: PopulationWhy.nullable() })
  .meta({ id: 'PopulationPerson' });

/** Query of `GET /cycles/:id/population`: `takingPart=false` shows those who are kept out, with why. */
export const PopulationQuery = z
  .object({ takingPart: z.enum(['true', 'false']).default('true'), offset: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(200).default(50) })
  .meta({ id: 'PopulationQuery' });
export type PopulationQuery = z.infer<typeof PopulationQuery>;

/** A page of the population of a draft, by name. */
export const PopulationPreview = z.object({ people: z.int(), keptOut: z.int(), offset: z.int(), page: z.array(PopulationPerson) }).meta({ id: 'PopulationPreview' });
export type PopulationPreview = z.infer<typeof PopulationPreview>;

/** Answer of `GET /cycles/:id/preflight`. `counts` cover everything, `findings` at most the first 1,000; names of whom they concern by id. */
export const PreflightView = z
  .object({
    people: z.int(),
    blocking: z.int(),
    warnings: z.int(),
    counts: z.array(z.object({ code: z.string(), severity: z.enum(['blocking', 'warning']), count: z.int() })),
    findings: z.array(Finding),
    employees: z.array(PersonRef),
    departments: z.array(DepartmentRef),
    communities: z.array(DepartmentRef),
  })
  .meta({ id: 'PreflightView' });
export type PreflightView = z.infer<typeof PreflightView>;

/** An act on more than 20 people that waits for, or got, the answer of a second HR person. */
export const HrRequest = z
  .object({
    id: Id,
    act: z.enum(['extend', 'nudge', 'cancel', 'movePlan', 'revertPlanMove']),
    step: CycleStep.nullable(),
    people: z.int(),
    reason: z.string().nullable(),
    requestedBy: PersonRef,
    requestedAt: Instant,
    state: z.enum(['pending', 'confirmed', 'declined']),
    decidedBy: PersonRef.nullable(),
    decidedAt: Instant.nullable(),
  })
  .meta({ id: 'HrRequest' });
export type HrRequest = z.infer<typeof HrRequest>;

/** Answer of `GET /cycles/:id/requests`, newest first. */
export const HrRequestList = z.object({ requests: z.array(HrRequest) }).meta({ id: 'HrRequestList' });
export type HrRequestList = z.infer<typeof HrRequestList>;

/** What HR did to one review, with the reason that everybody concerned may read. Answer of `GET /reviews/:id/hr-acts`, newest first. */
export const HrActList = z
  .object({ acts: z.array(z.object({ id: Id, act: z.string(), actor: PersonRef, confirmedBy: PersonRef.nullable(), reason: z.string(), detail: z.record(z.string(), z.unknown()), at: Instant })) })
  .meta({ id: 'HrActList' });
export type HrActList = z.infer<typeof HrActList>;

/** Body of `PUT /panel-pool`; an empty list goes back to everybody who leads people. */
export const PanelPoolBody = z.object({ employeeIds: z.array(Id).max(10_000) }).meta({ id: 'PanelPoolBody' });
export type PanelPoolBody = z.infer<typeof PanelPoolBody>;

/** Answer of `GET` and `PUT /panel-pool`. `chosen`: HR keeps a list; otherwise it is everybody who leads people. */
export const PanelPoolView = z.object({ chosen: z.boolean(), people: z.array(PersonRef) }).meta({ id: 'PanelPoolView' });
export type PanelPoolView = z.infer<typeof PanelPoolView>;
