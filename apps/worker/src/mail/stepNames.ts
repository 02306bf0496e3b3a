/** A text in both languages. */
export interface Bilingual {
  zh: string;
  en: string;
}

const text = (zh: string, en: string): Bilingual => ({ zh, en });

/** What a person is asked to do in a step, as a mail's subject names it. What would tell a result to whoever sees the subject is said in general words. */
export const stepNames: Readonly<Record<string, Bilingual>> = {
  goalProposal: text('提出绩效目标', 'Propose your goals'),
  goalDrafting: text('起草绩效目标', 'Draft goals'),
  goalObjection: text('确认上级起草的目标', 'Look at the goals drafted for you'),
  goalApproval: text('审批绩效目标', 'Approve goals'),
  goalConfirmation: text('确认修改后的目标', 'Confirm the changed goals'),
  goalArbitration: text('裁定绩效目标', 'Decide on goals'),
  period: text('考核期', 'Review period'),
  checkIn: text('进行本月绩效沟通', 'Hold this month’s check-in'),
  goalChangeApproval: text('审批目标变更', 'Approve a change of goals'),
  goalChangeConfirmation: text('确认目标变更', 'Confirm a change of goals'),
  selfReview: text('填写自评', 'Write your self-review'),
  collaborators: text('确认协作评价人', 'Confirm the collaborators'),
  collaboratorInput: text('填写协作评价', 'Give collaborator input'),
  scoring: text('上级评分', 'Score a report'),
  opinion: text('对短期阶段给出意见', 'Give an opinion on a short stretch'),
  ratability: text('决定是否可评', 'Decide whether a person can be rated'),
  calibration: text('校准', 'Calibration'),
  publication: text('结果公布', 'Publication'),
  acknowledgement: text('查看并确认考核结果', 'See your result'),
  interview: text('进行绩效面谈', 'Hold the feedback interview'),
  interviewConfirmation: text('确认面谈记录', 'Confirm the interview record'),
  appeal: text('申诉', 'Appeal'),
  rescoring: text('重新评分', 'Score again'),
  supportPlan: text('制定改进支持计划', 'Draw up the support plan'),
  supportPlanConsent: text('确认一份计划', 'Look at a plan made for you'),
  improvement: text('改进缓冲期', 'Improvement buffer'),
  improvementJudgement: text('评价改进结果', 'Judge the improvement'),
  improvementSignature: text('签署改进结论', 'Sign the judgement of the improvement'),
  bufferOutcome: text('查看一项结论', 'Look at a conclusion'),
  deliberation: text('参加绩效校准', 'Take part in calibration'),
  signOff: text('签署校准结果', 'Sign the calibration off'),
  admissibility: text('审查申诉是否受理', 'Check whether an appeal is admissible'),
  statement: text('提交申诉情况说明', 'Give your statement on an appeal'),
  papers: text('补充申诉材料', 'Hand in papers for your appeal'),
  vote: text('申诉评议与表决', 'Deliberate and vote on an appeal'),
  secondLevelFiling: text('是否提起二级申诉', 'Decide on a second-level appeal'),
  secondLevelVote: text('二级申诉表决', 'Vote on a second-level appeal'),
  launching: text('启动考核周期', 'Launch of the cycle'),
  running: text('考核周期进行中', 'Cycle'),
  secondPerson: text('确认一项批量操作', 'Confirm an act on many people'),
  approval: text('审批', 'Approve'),
  resubmission: text('修改后重新提交', 'Hand in again'),
  withdrawal: text('可撤回期', 'May be withdrawn'),
};
