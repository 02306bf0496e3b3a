import { ApprovalDefinition } from '@fairmark/contracts/approvals';

/** A plan version: HR of the company, the heads of departments whose goals a sheet depends on (where there are any), then the sponsor. */
export const planVersionApproval: ApprovalDefinition = ApprovalDefinition.parse({
  id: 'planVersionApproval',
  version: 1,
  kind: 'plans',
  title: { zh: '方案版本审批', en: 'Approval of a plan version' },
  nodes: [
    {
      id: 'hr',
      type: 'anyOf',
      title: { zh: '人力资源审批', en: 'HR approves' },
      approvers: [{ type: 'role', role: 'hr', scope: 'company' }],
      duration: { n: 3, unit: 'workingDay' },
      reminders: [{ n: 1, unit: 'workingDay' }],
      timeout: { act: 'remind', every: { n: 1, unit: 'workingDay' } },
      fallback: [{ type: 'role', role: 'admin', scope: 'company' }],
    },
    {
      id: 'countersign',
      type: 'allOf',
      title: { zh: '相关部门会签', en: 'Departments concerned countersign' },
      approvers: [{ type: 'countersigners' }],
      when: { flag: 'dependsOnDepartments', is: true },
      duration: { n: 5, unit: 'workingDay' },
      reminders: [{ n: 2, unit: 'workingDay' }, { n: 1, unit: 'workingDay' }],
      timeout: { act: 'escalate' },
      fallback: [{ type: 'role', role: 'hr', scope: 'company' }],
    },
    {
      id: 'sponsor',
      type: 'anyOf',
      title: { zh: '发起人批准', en: 'The sponsor approves' },
      approvers: [{ type: 'role', role: 'sponsor', scope: 'company' }],
      duration: { n: 5, unit: 'workingDay' },
      reminders: [{ n: 1, unit: 'workingDay' }],
      timeout: { act: 'handToHr' },
      fallback: [{ type: 'role', role: 'hr', scope: 'company' }],
    },
  ],
});
