import type { ReviewSection } from '@fairmark/contracts/reviews';
import type { Relation } from '../access/relations.js';

/** Who reads a review, and how far it is. */
export interface Reader {
  readonly relations: ReadonlySet<Relation>;
  /** Phase of the review. */
  readonly step: string;
  /** The result was published to the person. */
  readonly published: boolean;
  /** Managers may see the result: two working days before publication. */
  readonly managersSee: boolean;
  /** Steps in which the reader has an open task here. */
  readonly taskSteps: readonly string[];
}

type Sections = readonly ReviewSection[];

const GOALS: Sections = ['header', 'timeline', 'comments', 'sheet', 'goals', 'checkIns'];
const SCORING: Sections = ['header', 'timeline', 'sheet', 'goals', 'checkIns', 'progress', 'selfReview', 'collaboration', 'scores'];
const OUTCOME: Sections = ['scores', 'result', 'interview', 'appeal', 'buffer'];

/** What a task opens to somebody who has no other relation: the next manager after an escalation, a second approver, an appointed scorer. */
const BY_TASK: Readonly<Record<string, Sections>> = {
  goalApproval: GOALS,
  goalDrafting: GOALS,
  goalArbitration: GOALS,
  goalChangeApproval: GOALS,
  collaborators: ['header'],
  collaboratorInput: ['header', 'collaborationItem'],
  scoring: SCORING,
  rescoring: SCORING,
  ratability: SCORING,
  interview: ['header', 'timeline', 'sheet', 'goals', 'interview'],
  supportPlan: ['header', 'sheet', 'goals', 'buffer'],
  improvement: ['header', 'sheet', 'goals', 'buffer'],
  improvementJudgement: ['header', 'sheet', 'goals', 'buffer'],
  improvementSignature: ['header', 'sheet', 'goals', 'buffer'],
};

/** Steps in which a session has something to look at; before, its members see no more than the name. */
const CALIBRATED = new Set(['calibration', 'publication', 'result', 'appeal', 'buffer', 'closed']);

/** The line above: own reports only, the self-review after it was submitted, the result two working days before the person. */
function line({ managersSee, published }: Reader): Sections {
  return [...GOALS, 'progress', 'selfReview', 'collaboration', 'scores', ...(managersSee || published ? (['result', 'interview', 'appeal', 'buffer'] as const) : [])];
}

/** What somebody is asked to decide, and nothing beyond: also for whoever stands in for the one who was asked. */
function byTask({ taskSteps }: Reader): Sections {
  return taskSteps.flatMap((step) => BY_TASK[step] ?? []);
}

/** What each relation opens (rules §4). A relation that is missing here opens nothing: system administrators, project leads and sponsors see no single review. */
const BY_RELATION: Partial<Readonly<Record<Relation, (reader: Reader) => Sections>>> = {
  self: ({ published }) => [...GOALS, 'rewardPreview', 'progress', 'selfReview', 'collaboration', ...(published ? OUTCOME : [])],
  manager: line,
  skipLevel: line,
  hr: () => [...GOALS, 'rewardPreview', 'progress', 'selfReview', 'collaboration', ...OUTCOME],
  // Data quality and "not ratable" are decided together with the head: figures, no judgement.
  departmentHead: () => ['header', 'timeline', 'sheet', 'goals', 'progress'],
  formerManager: () => ['header'],
  scorer: () => SCORING,
  collaborator: () => ['header', 'collaborationItem'],
  calibrationMember: ({ step }) => (CALIBRATED.has(step) ? ['header', 'selfReview', 'scores'] : ['header']),
  calibrationChair: ({ step }) => (CALIBRATED.has(step) ? ['header', 'selfReview', 'scores'] : ['header']),
  panelMember: () => ['header', 'timeline', 'sheet', 'goals', 'progress', 'selfReview', 'collaboration', 'scores', 'result', 'interview', 'appeal'],
  assignee: byTask,
  delegate: byTask,
};

/**
 * Parts of a review that a reader gets. Somebody who is the subject only counts as such, whatever else they are: nobody sees the own pending result as HR or
 * as a manager's manager.
 */
export function visibleSections(reader: Reader): Set<ReviewSection> {
  const relations: Iterable<Relation> = reader.relations.has('self') ? ['self'] : reader.relations;
  return new Set([...relations].flatMap((relation) => BY_RELATION[relation]?.(reader) ?? []));
}

const LINE: readonly Relation[] = ['self', 'manager', 'skipLevel'];
const ORDER: readonly Relation[] = [...LINE, 'scorer', 'hr', 'panelMember', 'calibrationChair', 'calibrationMember', 'departmentHead', 'formerManager', 'assignee', 'delegate', 'collaborator'];
const RESULTS: readonly ReviewSection[] = ['scores', 'result', 'selfReview'];

/** The relation that a page names as the reason why somebody may read it. */
export const leadingRelation = (relations: ReadonlySet<Relation>): Relation => ORDER.find((relation) => relations.has(relation)) ?? 'stranger';

/** Whether the read has to be recorded. Rule (rules §4): every read of a result by somebody outside the person and their line. */
export function isRecordedRead(relations: ReadonlySet<Relation>, sections: ReadonlySet<ReviewSection>): boolean {
  return !LINE.some((relation) => relations.has(relation)) && RESULTS.some((section) => sections.has(section));
}
