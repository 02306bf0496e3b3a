import { ApprovalDefinition, type ApprovalPurpose, type FieldValues, type SubmissionInput } from '@fairmark/contracts/approvals';
import { shippedFor } from '@fairmark/domain/approval';
import type { Executor } from '../database/index.js';
import { expandStored } from './expand.js';
import { resolveApprovers } from './resolution.js';
import type { ApprovalScope } from './scope.js';
import { definitionInUse } from './uses.js';

/** Everything that a submission depends on besides the organisation. */
export interface CaseRequest {
  purpose: ApprovalPurpose;
  /** Takes the place of the definition in use. */
  definition?: ApprovalDefinition;
  /** Gives the definition the lengths of a plan. */
  timed?: (definition: ApprovalDefinition) => ApprovalDefinition;
  scope: ApprovalScope;
  subjectIds: string[];
  submitterId: string | null;
  excludedIds?: string[];
  flags?: Record<string, boolean>;
  fields?: FieldValues;
  /** What the process knows by itself; used where the form asks for it. */
  facts?: FieldValues;
}

export interface PreparedCase {
  definition: ApprovalDefinition;
  scope: ApprovalScope;
  submission: SubmissionInput;
}

/**
 * What the engine is started with: the definition in use, whole, and the people whom its sources name as of now. Writes nothing, so that a rehearsal and the first
 * look at a request see what the start will see. Undefined when the definition cannot be read, or one that it takes in is
 * missing.
 */
export async function prepareCase(tx: Executor, request: CaseRequest, now: string): Promise<PreparedCase | undefined> {
  const { subjectIds, submitterId, excludedIds = [], flags = {} } = request;
  const definition = await definitionOf(tx, request);
  if (!definition) return undefined;
  const parties = [...subjectIds, ...(submitterId ? [submitterId] : []), ...excludedIds];
  const partyIds = definition.settings.submitterMayApprove ? parties.filter((id) => id !== submitterId) : parties;
  const scope = { ...request.scope, partyIds };
  const resolution = await resolveApprovers(tx, definition, scope, now, parties);
  const fields = fieldsFor(definition, { ...systemFields(request), ...request.facts, ...request.fields }, Object.keys(request.fields ?? {}));
  return { definition, scope, submission: { subjectIds, submitterId, excludedIds, flags, fields, chosen: scope.chosen ?? {}, at: now, resolution } };
}

/**
 * The definition in use. A plan gives its lengths to what ships with the product; a definition that HR wrote has its own, except where a demonstration runs in
 * seconds.
 */
async function definitionOf(tx: Executor, { purpose, definition, timed = (given) => given, scope }: CaseRequest): Promise<ApprovalDefinition | undefined> {
  const found = await definitionInUse(tx, purpose, scope.departmentId);
  const read = ApprovalDefinition.safeParse(definition ?? found?.document ?? shippedFor(purpose));
  if (!read.success) return undefined;
  const stored = read.data;
  const expanded = await expandStored(tx, stored);
  if (!expanded) return undefined;
  const timedOne = timed(expanded);
  const shipped = shippedFor(purpose);
  const isShipped = stored.id === shipped.id && stored.version === shipped.version;
  return isShipped || runsInSeconds(timedOne) ? timedOne : expanded;
}

const runsInSeconds = (definition: ApprovalDefinition): boolean => JSON.stringify(definition.nodes).includes('"unit":"second"');

/** What every process knows about a case without asking. */
function systemFields({ scope, subjectIds, flags = {} }: CaseRequest): FieldValues {
  return { ...flags, ...(scope.departmentId ? { department: scope.departmentId } : {}), people: subjectIds.length };
}

/** What the form has, and whatever was given by hand: the engine says what nobody asked for. */
function fieldsFor({ form = [] }: ApprovalDefinition, values: FieldValues, given: readonly string[]): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([id]) => given.includes(id) || form.some((field) => field.id === id)));
}
