import { z } from 'zod';
import { BilingualText, Id, Instant, PersonRef } from '../common/index.js';
import { HrActList } from '../cycles/index.js';
import { Rescorer } from './bodies.js';
import { AppealGround, AppealItem, AppealOutcome, AppealValue, RefusalGround, SecondLevelGround } from './vocabulary.js';

/** What an appeal is about: the published result, or the end result of an improvement buffer. Each can be contested once. */
export const AppealSubject = z.enum(['result', 'buffer']).meta({ id: 'AppealSubject' });
export type AppealSubject = z.infer<typeof AppealSubject>;

/** The phase of the process. `closed` is over; `decided` waits whether the second level is called. */
export const AppealStep = z.enum(['opening', 'admissibility', 'deliberation', 'rescoring', 'decided', 'secondLevel', 'closed']).meta({ id: 'AppealStep' });
export type AppealStep = z.infer<typeof AppealStep>;

export const AppealEnding = z.enum(['refused', 'withdrawn', 'confirmed', 'adjusted']).meta({ id: 'AppealEnding' });
export type AppealEnding = z.infer<typeof AppealEnding>;

/** Something that can be contested, with its value in the result and the grounds that fit. `name` where the sheet has one. */
export const AppealableItem = z
  .object({ item: AppealItem, name: BilingualText.nullable(), value: AppealValue.nullable(), grounds: z.array(AppealGround) })
  .meta({ id: 'AppealableItem' });
export type AppealableItem = z.infer<typeof AppealableItem>;

/** A paper without its content. Frozen copies belong to an evidence set and never change. */
export const PaperView = z
  .object({
    id: Id, name: z.string(), mime: z.string(), size: z.int(), sha256: z.string(), evidenceSet: z.int().nullable(), uploadedBy: PersonRef, createdAt: Instant, frozenAt: Instant.nullable(),
  })
  .meta({ id: 'PaperView' });
export type PaperView = z.infer<typeof PaperView>;
export const PaperList = z.object({ papers: z.array(PaperView) }).meta({ id: 'PaperList' });
export type PaperList = z.infer<typeof PaperList>;

/** Answer of `GET /api/reviews/:id/appealable`: what can be contested now, until when, and papers that are not handed in yet. `refusal` says why nothing can. */
export const Appealable = z
  .object({
    reviewId: Id, about: AppealSubject, visitId: Id.nullable(), endsAt: Instant.nullable(), refusal: z.string().nullable(), items: z.array(AppealableItem), papers: z.array(PaperView),
  })
  .meta({ id: 'Appealable' });
export type Appealable = z.infer<typeof Appealable>;

/** A contested item as filed. */
export const ContestedLine = AppealableItem.omit({ grounds: true }).extend({ ground: AppealGround, text: z.string(), rescored: AppealValue.nullable() }).meta({ id: 'ContestedLine' });
export type ContestedLine = z.infer<typeof ContestedLine>;

const DecidedItems = z.array(z.object({ item: AppealItem, value: AppealValue.nullable() }));
const Reasons = { facts: z.string(), rule: z.string(), reason: z.string() };

/** What the panel decided, as the employee reads it: facts, rule and reason; never who voted how. */
export const AppealDecisionView = z.object({ level: z.int(), outcome: AppealOutcome, items: DecidedItems, ...Reasons, decidedAt: Instant }).meta({ id: 'AppealDecisionView' });
export type AppealDecisionView = z.infer<typeof AppealDecisionView>;

export const AppealProposalView = z
  .object({ id: Id, by: PersonRef, outcome: AppealOutcome, items: DecidedItems, rescorer: Rescorer.nullable(), ...Reasons, createdAt: Instant })
  .meta({ id: 'AppealProposalView' });
export type AppealProposalView = z.infer<typeof AppealProposalView>;

/** The open ballot as a member sees it: who has voted, and the own vote; how others voted is not shown. */
export const AppealBallotView = z
  .object({ number: z.union([z.literal(1), z.literal(2)]), openedAt: Instant, proposalIds: z.array(Id), votedIds: z.array(Id), mine: Id.nullable() })
  .meta({ id: 'AppealBallotView' });
export type AppealBallotView = z.infer<typeof AppealBallotView>;

/** What the appeal waits for, since when, until when. */
export const AppealWaitView = z
  .object({ visitId: Id, step: z.string(), since: Instant, dueAt: Instant.nullable(), dueZone: z.string().nullable(), atDeadline: z.string(), people: z.array(PersonRef), mine: z.boolean() })
  .meta({ id: 'AppealWaitView' });
export type AppealWaitView = z.infer<typeof AppealWaitView>;

/** Who reads: the employee; a sitting member; the manager; HR with the check of admissibility; HR otherwise. */
export const AppealReader = z.enum(['employee', 'panel', 'manager', 'admitter', 'hr']).meta({ id: 'AppealReader' });
export type AppealReader = z.infer<typeof AppealReader>;

/** A task of the reader and what can be done in it. */
export const AppealTask = z.object({ visitId: Id, step: z.string(), actions: z.array(z.string()) }).meta({ id: 'AppealTask' });
export type AppealTask = z.infer<typeof AppealTask>;

/**
 * Answer of `GET /api/appeals/:id`, cut by who reads it. The employee: the own case with facts, rule and reason, never votes or proposals. A member: the case with evidence,
 * statement, proposals and ballot. The manager: grounds and the own statement. HR: state, deadlines and panel, and while it checks admissibility the grounds.
 * Parts that the reader may not see are null or empty.
 */
export const AppealView = z
  .object({
    id: Id,
    reviewId: Id,
    about: AppealSubject,
    reader: AppealReader,
    employee: PersonRef,
    cycle: z.object({ id: Id, name: z.string(), nameEn: z.string().nullable() }),
    step: AppealStep,
    level: z.int(),
    filedAt: Instant,
    closedAs: AppealEnding.nullable(),
    payHeld: z.boolean(),
    waits: z.array(AppealWaitView),
    /** What HR did to the case, with the reason that everybody concerned reads, newest first. */
    hrActs: HrActList.shape.acts,
    myTasks: z.array(AppealTask),
    mayWithdraw: z.boolean(),
    items: z.array(ContestedLine),
    bands: z.array(z.object({ code: z.string(), name: BilingualText })),
    papers: z.array(PaperView),
    papersRequest: z.object({ text: z.string(), askedAt: Instant, answer: z.string().nullable(), state: z.enum(['asked', 'in']) }).nullable(),
    statement: z.object({ author: PersonRef, text: z.string(), at: Instant }).nullable(),
    panel: z.object({ members: z.array(PersonRef), alternates: z.array(PersonRef), replaced: z.array(PersonRef) }).nullable(),
    proposals: z.array(AppealProposalView),
    ballot: AppealBallotView.nullable(),
    /** Managers who could score again: free of any part in the case. */
    rescorers: z.array(PersonRef),
    sentBack: z.object({ items: z.array(AppealItem), ...Reasons, at: Instant }).nullable(),
    decisions: z.array(AppealDecisionView),
    refusal: z.object({ ground: RefusalGround, text: z.string(), level: z.int() }).nullable(),
    secondLevel: z.object({ ground: SecondLevelGround, text: z.string(), filedAt: Instant }).nullable(),
  })
  .meta({ id: 'AppealView' });
export type AppealView = z.infer<typeof AppealView>;

/** One appeal in a list: `GET /api/appeals`. */
export const AppealLine = z
  .object({
    id: Id, reviewId: Id, about: AppealSubject, reader: AppealReader, employee: PersonRef, cycle: z.object({ id: Id, name: z.string(), nameEn: z.string().nullable() }),
    step: AppealStep, level: z.int(), filedAt: Instant, dueAt: Instant.nullable(), closedAs: AppealEnding.nullable(), mine: z.boolean(),
  })
  .meta({ id: 'AppealLine' });
export type AppealLine = z.infer<typeof AppealLine>;
export const AppealLines = z.object({ appeals: z.array(AppealLine) }).meta({ id: 'AppealLines' });
export type AppealLines = z.infer<typeof AppealLines>;
