import type { Sheet } from '@fairmark/contracts/plans';
import { sheet, text } from './build.js';

const position = (positionCode: string): Sheet['for'] => ({ kind: 'position', positionCode });

/** Sheets of people who operate no community: those who lead, and those who support. */
export const positionSheets: readonly Sheet[] = [
  sheet({ id: 'position-operator', name: text('社群运营（暂无社群）', 'Operator without a community'), for: position('community-operator') }, [
    ['certification', 3_000, '80'],
    ['partnership', 2_500],
    ['caseContributions', 2_000, '2'],
    ['dataQuality', 1_500, '95'],
    ['costPlanKept', 1_000, '95'],
  ]),
  sheet({ id: 'position-lead', name: text('社群运营主管', 'Community lead'), for: position('community-lead'), dependsOnDepartments: ['marketing', 'product'], collaboration: true }, [
    ['revenueContribution', 2_000, '64000000'],
    ['teamDevelopment', 2_000],
    ['monthlyActiveShare', 1_500, '43'],
    ['satisfaction', 1_500, '88'],
    ['reviewsOnTime', 1_500, '95'],
    ['crossDepartmentGoals', 1_500, '90'],
  ]),
  sheet({ id: 'position-head', name: text('部门负责人', 'Head of department'), for: position('department-head'), dependsOnDepartments: ['marketing', 'product', 'data'], collaboration: true }, [
    ['revenueContribution', 2_500, '320000000', { baseline: '300000000' }],
    ['teamDevelopment', 2_500],
    ['crossDepartmentGoals', 2_000, '90'],
    ['costPlanKept', 1_500, '95'],
    ['retention', 1_500, '57'],
  ]),
  sheet({ id: 'position-hr', name: text('人力资源伙伴', 'HR partner'), for: position('hr-partner') }, [
    ['reviewsOnTime', 3_000, '97'],
    ['partnership', 3_000],
    ['certification', 1_500, '90'],
    ['crossDepartmentGoals', 1_500, '90'],
    ['costPlanKept', 1_000, '95'],
  ]),
  sheet({ id: 'position-analyst', name: text('数据分析', 'Data analyst'), for: position('data-analyst') }, [
    ['dataQuality', 3_500, '97'],
    ['partnership', 3_000],
    ['caseContributions', 1_500, '3'],
    ['crossDepartmentGoals', 1_200, '90'],
    ['costPlanKept', 800, '95'],
  ]),
  sheet({ id: 'position-executive', name: text('高管', 'Executive'), for: position('executive') }, [
    ['revenueContribution', 3_000, '640000000', { baseline: '600000000' }],
    ['costPlanKept', 2_000, '95'],
    ['teamDevelopment', 2_000],
    ['promoterScore', 1_500, '20'],
    ['crossDepartmentGoals', 1_500, '90'],
  ]),
];
