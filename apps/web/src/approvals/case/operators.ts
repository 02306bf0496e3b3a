import type { ApprovalView } from '@fairmark/contracts/approvals';

/** What an operator asks before it is sent. */
export interface Operator {
  comment: 'none' | 'optional' | 'required';
  people?: 'one' | 'several' | 'removable';
  /** To whom it goes back, and how it comes again. */
  target?: true;
  /** Values of the form, as they are handed in again. */
  fields?: true;
  danger?: true;
}

/** Every operator, the ones that are used most first: two of them stand on a phone, the others under "more". */
export const OPERATORS = {
  approve: { comment: 'none' },
  reject: { comment: 'required', danger: true },
  opinion: { comment: 'required' },
  resubmit: { comment: 'optional', fields: true },
  return: { comment: 'required', target: true },
  transfer: { comment: 'required', people: 'one' },
  addBefore: { comment: 'optional', people: 'several' },
  addAfter: { comment: 'optional', people: 'several' },
  addBeside: { comment: 'optional', people: 'several' },
  removeAdded: { comment: 'optional', people: 'removable' },
  consult: { comment: 'required', people: 'one' },
  takeBack: { comment: 'optional' },
  nudge: { comment: 'none' },
  read: { comment: 'none' },
  comment: { comment: 'required' },
  approveWith: { comment: 'required' },
  withdraw: { comment: 'optional', danger: true },
} as const satisfies Record<string, Operator>;

export type OperatorName = keyof typeof OPERATORS;
const NAMES = Object.keys(OPERATORS) as OperatorName[];

export const operatorOf = (name: OperatorName): Operator => OPERATORS[name];

/** Needs no answer first: one press sends it. */
export const isQuick = (name: OperatorName): boolean => operatorOf(name).comment === 'none' && !operatorOf(name).people;

/** The offered operators in the order of the bar. Whoever may approve may add a comment to it. */
export function inOrder(offered: readonly string[]): OperatorName[] {
  const all = offered.includes('approve') ? [...offered, 'approveWith'] : offered;
  return NAMES.filter((name) => all.includes(name));
}

/** What was typed for an operator. */
export interface OperatorValues {
  comment?: string;
  personIds?: string[];
  personId?: string;
  /** `submitter` or the id of a node. */
  to?: string;
  then?: 'rerun' | 'straightBack';
  fields?: Record<string, string | number | boolean>;
}

const said = (comment: string | undefined) => (comment?.trim() ? { comment: comment.trim() } : {});

/** Goals call the comment of a refusal its reason, because the employee reads it. */
function textOfRefusal(name: OperatorName, purpose: ApprovalView['purpose'], comment: string | undefined): object {
  const asReason = (name === 'return' && (purpose === 'goals' || purpose === 'goalSecondOpinion')) || (name === 'reject' && purpose === 'goalChange');
  return asReason ? { reason: (comment ?? '').trim() } : said(comment);
}

/** The body of the request. */
export function operatorBody(name: OperatorName, purpose: ApprovalView['purpose'], { comment, personIds = [], personId, to, then, fields }: OperatorValues): object {
  switch (name) {
    case 'approve':
    case 'approveWith':
      return said(comment);
    case 'return':
      return { to: to === undefined || to === 'submitter' ? 'submitter' : { nodeId: to }, then: then ?? 'rerun', ...textOfRefusal(name, purpose, comment) };
    case 'reject':
      return textOfRefusal(name, purpose, comment);
    case 'addBefore':
    case 'addAfter':
    case 'addBeside':
      return { personIds, ...said(comment) };
    case 'removeAdded':
      return { personId, ...said(comment) };
    case 'transfer':
      return { toPersonId: personIds[0], ...said(comment) };
    case 'consult':
      return { personId: personIds[0], ...said(comment) };
    case 'resubmit':
      return { ...(fields ? { fields } : {}), ...said(comment) };
    case 'nudge':
    case 'read':
      return {};
    default:
      return said(comment);
  }
}

/** The action of the API. */
export const actionOf = (name: OperatorName): string => (name === 'approveWith' ? 'approve' : name);
