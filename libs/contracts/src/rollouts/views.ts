import { z } from 'zod';
import { BilingualText, DepartmentRef, Id, Instant, LocalDate, PersonRef } from '../common/index.js';
import { MeasureKey } from './measures.js';
import { RolloutChildKind, RolloutPhase } from './phases.js';

const RolloutState = z.enum(['running', 'held', 'closed']);

/** One line of the portfolio. */
export const RolloutLine = z
  .object({
    id: Id, name: z.string(), nameEn: z.string().nullable(), planCode: z.string(), phase: RolloutPhase, state: RolloutState, outcome: z.string().nullable(), sponsor: PersonRef, lead: PersonRef, startsOn: LocalDate,
    /** End of the present phase as planned and as it looks now; null without steps. */
    plannedTo: LocalDate.nullable(), forecastTo: LocalDate.nullable(), openChildren: z.int(),
  })
  .meta({ id: 'RolloutLine' });
export type RolloutLine = z.infer<typeof RolloutLine>;
export const RolloutList = z.object({ rollouts: z.array(RolloutLine) }).meta({ id: 'RolloutList' });
export type RolloutList = z.infer<typeof RolloutList>;

export const RolloutStepView = z
  .object({
    id: Id, phase: RolloutPhase, key: z.string(), title: BilingualText, core: z.boolean(), state: z.enum(['planned', 'open', 'done', 'skipped']), days: z.int(), round: z.int(),
    plannedFrom: LocalDate, plannedTo: LocalDate, forecastFrom: LocalDate, forecastTo: LocalDate, actualFrom: LocalDate.nullable(), actualTo: LocalDate.nullable(), slipDays: z.int(), critical: z.boolean(),
  })
  .meta({ id: 'RolloutStepView' });
export type RolloutStepView = z.infer<typeof RolloutStepView>;

/** One criterion of the present gate. `met` is null where nothing is known yet, or only people can say. */
export const Criterion = z
  .object({
    kind: z.enum(['core', 'deliverable', 'measured', 'judged', 'condition']), key: z.string(), title: BilingualText.nullable(), measure: MeasureKey.nullable(), value: z.string().nullable(), wanted: z.string().nullable(),
    sampleSize: z.int().nullable(), met: z.boolean().nullable(),
  })
  .meta({ id: 'GateCriterion' });
export type Criterion = z.infer<typeof Criterion>;
/** `mayAsk`: nothing that has to be there before a gate can be asked for is missing. */
export const Readiness = z.object({ mayAsk: z.boolean(), met: z.int(), total: z.int(), criteria: z.array(Criterion) }).meta({ id: 'GateReadiness' });
export type Readiness = z.infer<typeof Readiness>;

export const GateView = z
  .object({
    id: Id, phase: RolloutPhase, no: z.int(), state: z.enum(['open', 'decided']), decision: z.string().nullable(), askedAt: Instant, decidedAt: Instant.nullable(), approvalId: Id.nullable(),
    opinions: z.array(z.object({ person: PersonRef, opinion: z.string(), comment: z.string().nullable(), at: Instant })),
    conditions: z.array(z.object({ id: Id, text: z.string(), owner: PersonRef, closedAt: Instant.nullable(), evidence: z.string().nullable() })),
  })
  .meta({ id: 'GateView' });
export type GateView = z.infer<typeof GateView>;

export const RolloutChildView = z
  .object({ kind: RolloutChildKind, id: Id, key: z.string(), name: z.string().nullable(), phase: z.string(), state: z.enum(['open', 'paused', 'closed']), outcome: z.string().nullable() })
  .meta({ id: 'RolloutChildView' });
export type RolloutChildView = z.infer<typeof RolloutChildView>;

/** The board of a rollout. */
export const RolloutView = RolloutLine.extend({
  departments: z.array(DepartmentRef), team: z.array(z.object({ person: PersonRef, area: z.string() })), steps: z.array(RolloutStepView), readiness: Readiness, gates: z.array(GateView), children: z.array(RolloutChildView),
  next: z.array(z.object({ visitId: Id, step: z.string(), waitingFor: z.array(PersonRef), since: Instant, dueAt: Instant.nullable() })),
  /** The version that the next pilot or wave runs under; null until it is chosen. */
  planVersion: z.object({ id: Id, no: z.int() }).nullable(),
  /** Acts on the whole rollout that are offered to who reads. */
  acts: z.array(z.string()),
}).meta({ id: 'RolloutView' });
export type RolloutView = z.infer<typeof RolloutView>;

export const RolloutCreated = z.object({ id: Id }).meta({ id: 'RolloutCreated' });
export type RolloutCreated = z.infer<typeof RolloutCreated>;
