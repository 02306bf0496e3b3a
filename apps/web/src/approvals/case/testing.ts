import type { ApprovalView } from '@fairmark/contracts/approvals';

const person = (no: number, name: string) => ({ id: `${String(no).repeat(8)}-${String(no).repeat(4)}-4${String(no).repeat(3)}-8${String(no).repeat(3)}-${String(no).repeat(12)}`, name, nameEn: null });

/** People of the examples: who submitted, who decides, for whom somebody stands in, and a colleague. */
export const people = { submitter: person(1, '陈晨'), approver: person(2, '王伟'), holder: person(3, '李娜'), colleague: person(4, '赵敏') };
export const VISIT = '55555555-5555-4555-8555-555555555555';
export const CASE = '66666666-6666-4666-8666-666666666666';

/** A case that waits for its reader in the second of two nodes. */
export function caseView(changes: Partial<ApprovalView> = {}): ApprovalView {
  const step = (id: string, zh: string) => ({ id, type: 'inOrder', title: { zh }, approvers: [{ type: 'departmentHead' }], duration: { n: 2, unit: 'workingDay' }, reminders: [], timeout: { act: 'escalate' }, fallback: [] });
  return {
    id: CASE, purpose: 'deadlineExtension', kind: 'exceptions', title: { zh: '截止时间延长' }, state: 'running', process: { kind: 'approval', id: CASE }, link: `/approvals/${CASE}`,
    subject: people.submitter, submitter: people.submitter, submittedAt: '2026-10-09T01:00:00Z', endedAt: null,
    definition: { id: 'deadlineExtension', version: 1, document: { id: 'deadlineExtension', version: 1, kind: 'exceptions', title: { zh: '截止时间延长' }, nodes: [step('head', '部门负责人审批'), step('hr', '人力资源审批')] } },
    matter: { reason: '系统停机两天', step: 'selfReview', by: { n: 15, unit: 'workingDay' }, plan: null, indicatorId: null, subPeriod: null, department: null },
    fields: {},
    nodes: [
      { nodeId: 'head', state: 'approved', visits: 1, people: [{ person: people.holder, why: 'departmentHead', state: 'approved', at: '2026-10-09T02:00:00Z', readAt: null }] },
      { nodeId: 'hr', state: 'open', visits: 1, people: [{ person: people.approver, why: 'hr', state: 'open', at: null, readAt: null }] },
    ],
    timeline: [
      { no: 1, at: '2026-10-09T01:00:00Z', what: 'submitted', actor: people.submitter, onBehalfOf: null, nodeId: null, visitId: null, people: [], opened: [{ person: people.holder, nodeId: 'head', why: 'departmentHead' }], comment: '需要更多时间', details: {} },
      { no: 2, at: '2026-10-09T02:00:00Z', what: 'approve', actor: people.colleague, onBehalfOf: people.holder, nodeId: 'head', visitId: VISIT, people: [], opened: [], comment: null, details: {} },
    ],
    waiting: [{ visitId: VISIT, nodeId: 'hr', person: people.approver, why: 'hr', since: '2026-10-09T02:00:00Z', dueAt: '2026-10-13T16:00:00Z', zone: 'Asia/Shanghai', remindAt: null, atDeadline: { act: 'escalate' } }],
    offers: [{ visitId: VISIT, nodeId: 'hr', onBehalfOf: null, operators: ['approve', 'reject', 'return', 'transfer', 'addBefore', 'addAfter', 'consult', 'comment'], returnTargets: [{ nodeId: 'head', title: { zh: '部门负责人审批' } }], removable: [] }],
    acts: ['comment'],
    ...changes,
  };
}
