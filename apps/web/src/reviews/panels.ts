import type { MyReviewTask, ReviewView } from '@fairmark/contracts/reviews';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** What the form of a step is given. */
export interface PanelProps {
  review: ReviewView;
  task: MyReviewTask;
}

type Panel = LazyExoticComponent<ComponentType<PanelProps>>;

const goalForm = lazy(() => import('../goals/GoalFormPanel.js').then((m) => ({ default: m.GoalFormPanel })));
const goalAnswer = lazy(() => import('../goals/GoalAnswerPanel.js').then((m) => ({ default: m.GoalAnswerPanel })));

/** The form of each step in which people act; steps in which nobody fills one in have none. */
export const panels: Readonly<Partial<Record<string, Panel>>> = {
  goalProposal: goalForm,
  goalDrafting: goalForm,
  goalArbitration: lazy(() => import('../goals/GoalArbitrationPanel.js').then((m) => ({ default: m.GoalArbitrationPanel }))),
  goalApproval: lazy(() => import('../goals/GoalApprovalPanel.js').then((m) => ({ default: m.GoalApprovalPanel }))),
  goalObjection: goalAnswer,
  goalConfirmation: goalAnswer,
  goalChangeConfirmation: goalAnswer,
  goalChangeApproval: lazy(() => import('../goals/GoalChangeApprovalPanel.js').then((m) => ({ default: m.GoalChangeApprovalPanel }))),
  selfReview: lazy(() => import('../selfReview/SelfReviewPanel.js').then((m) => ({ default: m.SelfReviewPanel }))),
  collaborators: lazy(() => import('../selfReview/ConfirmCollaboratorsPanel.js').then((m) => ({ default: m.ConfirmCollaboratorsPanel }))),
  collaboratorInput: lazy(() => import('../selfReview/CollaboratorInputPanel.js').then((m) => ({ default: m.CollaboratorInputPanel }))),
  scoring: lazy(() => import('../scoring/ScoringPanel.js').then((m) => ({ default: m.ScoringPanel }))),
  rescoring: lazy(() => import('../scoring/ScoringPanel.js').then((m) => ({ default: m.ScoringPanel }))),
  opinion: lazy(() => import('../scoring/OpinionPanel.js').then((m) => ({ default: m.OpinionPanel }))),
  ratability: lazy(() => import('../scoring/RatabilityPanel.js').then((m) => ({ default: m.RatabilityPanel }))),
  acknowledgement: lazy(() => import('../results/AcknowledgementPanel.js').then((m) => ({ default: m.AcknowledgementPanel }))),
  interview: lazy(() => import('../results/InterviewPanel.js').then((m) => ({ default: m.InterviewPanel }))),
  interviewConfirmation: lazy(() => import('../results/InterviewConfirmationPanel.js').then((m) => ({ default: m.InterviewConfirmationPanel }))),
  supportPlan: lazy(() => import('../buffers/SupportPlanPanel.js').then((m) => ({ default: m.SupportPlanPanel }))),
  supportPlanConsent: lazy(() => import('../buffers/ConsentPanel.js').then((m) => ({ default: m.ConsentPanel }))),
  improvement: lazy(() => import('../buffers/CheckInPanel.js').then((m) => ({ default: m.CheckInPanel }))),
  improvementJudgement: lazy(() => import('../buffers/JudgePanel.js').then((m) => ({ default: m.JudgePanel }))),
  improvementSignature: lazy(() => import('../buffers/JudgePanel.js').then((m) => ({ default: m.JudgePanel }))),
  bufferOutcome: lazy(() => import('../buffers/OutcomePanel.js').then((m) => ({ default: m.OutcomePanel }))),
};
