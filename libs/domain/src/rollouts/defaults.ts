import type { RolloutSettings } from '@fairmark/contracts/rollouts';

const text = (zh: string, en: string) => ({ zh, en });
const step = (key: string, zh: string, en: string, days: number, core = false) => ({ key, title: text(zh, en), days, core });
const needs = (key: string, zh: string, en: string, target: number | null = null) => ({ key, title: text(zh, en), target });
const review = (key: string, zh: string, en: string) => ({ key, title: text(zh, en), reviewerId: null });

/** Deliverable that the five reviews bring about themselves. */
export const FIVE_REVIEWS = 'fiveReviews';

/** The start set: four phases with their steps and lengths, the five design steps, the five reviews. Every figure may be changed. */
export const defaultSettings: RolloutSettings = {
  phases: {
    design: {
      steps: [step('research', '前期调研', 'Initial research', 30), step('planDesign', '方案设计', 'Plan design', 60, true), step('pilotPreparation', '试点准备', 'Pilot preparation', 90)],
      deliverables: [
        needs('interviews', '组织访谈', 'Organisation interviews', 30), needs('questionnaires', '问卷调研', 'Questionnaires', 200), needs('theory', '理论选型', 'Theory selection'), needs('draftPlan', '方案初稿', 'Draft plan'),
        needs('expertReview', '专家评审', 'Expert review'), needs('resources', '资源到位', 'Resources in place'), needs(FIVE_REVIEWS, '五审通过', 'Five reviews passed'),
      ],
      measured: [],
      judged: [{ key: 'teamReady', title: text('跨部门团队已组建', 'The cross-functional team stands') }],
    },
    pilot: {
      steps: [step('choosePilots', '选取试点', 'Choose pilots', 7), step('runPilot', '运行与监测', 'Run and monitor', 60, true), step('evaluatePilot', '试点评估', 'Evaluate', 30, true)],
      deliverables: [needs('pilotReport', '试点评估报告', 'Evaluation report')],
      measured: [{ key: 'dataQuality', min: '0.95' }],
      judged: [{ key: 'planFits', title: text('方案适合推广', 'The plan fits') }],
    },
    rollout: {
      steps: [step('mobilise', '启动动员', 'Mobilisation', 7), step('waves', '分批推广', 'Waves', 120, true), step('centralTraining', '集中培训', 'Central training', 30), step('firstEvaluation', '首次评估', 'First evaluation', 60, true)],
      deliverables: [needs('toolkit', '标准工具包', 'Standard toolkit'), needs('evaluationReport', '首次评估报告', 'First evaluation report')],
      measured: [{ key: 'executionConsistency', min: '0.9' }],
      judged: [],
    },
    optimise: { steps: [], deliverables: [], measured: [], judged: [] },
  },
  planReviews: [
    review('alignment', '业务匹配审查', 'Business alignment'), review('feasibility', '指标与数据可行性审查', 'Indicator and data feasibility'), review('privacy', '隐私与合规审查', 'Privacy and compliance'),
    review('cost', '成本与激励审查', 'Cost and reward'), review('executive', '高层审批', 'Executive approval'),
  ],
  pilotLimit: 2,
};
