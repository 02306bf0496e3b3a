import { ApprovalDefinition } from '@fairmark/contracts/approvals';

const hr = [{ type: 'role' as const, role: 'hr', scope: 'company' as const }];
const waits = { reminders: [{ n: 1, unit: 'workingDay' as const }], timeout: { act: 'remind' as const, every: { n: 1, unit: 'workingDay' as const } }, duration: { n: 5, unit: 'workingDay' as const } };
const reviews: readonly (readonly [string, string, string])[] = [
  ['alignment', '业务匹配审查', 'Business alignment'], ['feasibility', '指标与数据可行性审查', 'Indicator and data feasibility'], ['privacy', '隐私与合规审查', 'Privacy and compliance'], ['cost', '成本与激励审查', 'Cost and reward'],
  ['executive', '高层审批', 'Executive approval'],
];

/** 五审, five reviews in order: each by whom the rollout names for it, else by HR, the last by the sponsor. Somebody who does several acts in each. */
export const planReview: ApprovalDefinition = ApprovalDefinition.parse({
  id: 'planReview', version: 1, kind: 'plans', title: { zh: '五审', en: 'Five reviews' }, settings: { samePerson: 'actsAgain' },
  nodes: reviews.map(([id, zh, en]) => ({ id, type: 'anyOf', title: { zh, en }, approvers: [{ type: 'role', role: id === 'executive' ? 'rolloutSponsor' : `planReviewer.${id}`, scope: 'company' }], fallback: hr, ...waits })),
});

/** The gate of a phase: HR and the departments concerned say what they think, then the sponsor decides. */
export const rolloutGate: ApprovalDefinition = ApprovalDefinition.parse({
  id: 'rolloutGate', version: 1, kind: 'gates', title: { zh: '阶段评审', en: 'Gate of a phase' },
  nodes: [
    { id: 'hr', type: 'anyOf', title: { zh: '人力资源意见', en: 'HR' }, approvers: hr, fallback: [{ type: 'role', role: 'admin', scope: 'company' }], ...waits },
    { id: 'departments', type: 'allOf', title: { zh: '相关部门意见', en: 'Departments concerned' }, approvers: [{ type: 'role', role: 'departmentsConcerned', scope: 'company' }], fallback: hr, ...waits },
    { id: 'sponsor', type: 'anyOf', title: { zh: '发起人决定', en: 'The sponsor decides' }, approvers: [{ type: 'role', role: 'rolloutSponsor', scope: 'company' }], fallback: hr, ...waits },
  ],
});
