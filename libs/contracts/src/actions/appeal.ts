import { z } from 'zod';
import { DecideAdmissibility, FileAppeal, FileSecondLevel, GiveStatement, ProposeDecision, ReplaceMember, RequestPapers, SubmitPapers, VoteOnAppeal, WithdrawAppeal } from '../appeals/index.js';
import { ExtendVisit } from '../cycles/index.js';
import { approvalOperators } from './approvals.js';
import type { StepActions } from './registry.js';

const Nothing = z.object({});
const { withdraw: _withdraw, ...operatorsInAppeal } = approvalOperators;
const deliberation = { propose: ProposeDecision, requestPapers: RequestPapers, openBallot: Nothing, vote: VoteOnAppeal };

/** Actions of an appeal. On both levels a panel deliberates and votes in the same way. */
export const appealActions: StepActions = {
  // Taking the case back is withdrawing the appeal, an act on the whole process.
  admissibility: { decide: DecideAdmissibility, ...operatorsInAppeal },
  statement: { give: GiveStatement },
  papers: { submit: SubmitPapers },
  vote: deliberation,
  secondLevelFiling: { file: FileSecondLevel, accept: Nothing },
  secondLevelVote: deliberation,
  // HR may give time and replace a member, never decide.
  process: { withdraw: WithdrawAppeal, extend: ExtendVisit, replaceMember: ReplaceMember },
};

/** Where the person files it: against the published result, or the end of an improvement buffer. */
export const appealFilingActions: StepActions = { acknowledgement: { appeal: FileAppeal }, bufferOutcome: { appeal: FileAppeal } };
