import { ApprovalDefinition } from '@fairmark/contracts/approvals';

/** An act of HR on more than 20 people is first looked at by another HR person of the company. */
export const bulkAct: ApprovalDefinition = ApprovalDefinition.parse({
  id: 'bulkAct',
  version: 1,
  kind: 'exceptions',
  title: { zh: '批量操作复核', en: 'Second look at an act on many people' },
  nodes: [
    {
      id: 'second',
      type: 'anyOf',
      title: { zh: '第二人确认', en: 'A second HR person confirms' },
      approvers: [{ type: 'role', role: 'hr', scope: 'company' }],
      duration: { n: 2, unit: 'workingDay' },
      reminders: [{ n: 1, unit: 'workingDay' }],
      timeout: { act: 'remind', every: { n: 1, unit: 'workingDay' } },
      fallback: [{ type: 'role', role: 'admin', scope: 'company' }],
    },
  ],
});

/** More time than HR may give alone: the head of the person's department, then HR of the company. */
export const deadlineExtension: ApprovalDefinition = ApprovalDefinition.parse({
  id: 'deadlineExtension',
  version: 1,
  kind: 'exceptions',
  title: { zh: '截止时间延长', en: 'Extension of a deadline' },
  nodes: [
    {
      id: 'head',
      type: 'inOrder',
      title: { zh: '部门负责人审批', en: 'Head of the department' },
      approvers: [{ type: 'departmentHead' }],
      duration: { n: 2, unit: 'workingDay' },
      reminders: [{ n: 1, unit: 'workingDay' }],
      timeout: { act: 'escalate' },
      fallback: [{ type: 'role', role: 'hr', scope: 'company' }],
    },
  ],
});

/** Data below the needed quality are taken as they are: HR asks with a reason, the head of the department concerned agrees. */
export const missingValue: ApprovalDefinition = ApprovalDefinition.parse({
  id: 'missingValue',
  version: 1,
  kind: 'exceptions',
  title: { zh: '数据质量例外', en: 'Acceptance of missing data' },
  nodes: [
    {
      id: 'head',
      type: 'inOrder',
      title: { zh: '部门负责人同意', en: 'Head of the department' },
      approvers: [{ type: 'departmentHead' }],
      duration: { n: 3, unit: 'workingDay' },
      reminders: [{ n: 1, unit: 'workingDay' }],
      timeout: { act: 'escalate' },
      fallback: [{ type: 'role', role: 'hr', scope: 'company' }],
    },
  ],
});
