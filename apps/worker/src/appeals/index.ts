import { approvalExpiry, operatorActions } from '../approvals/index.js';
import type { ActionHandler, ProcessHandlers } from '../processes/index.js';
import type { ReviewPart } from '../reviews/handlers.js';
import { admissibilityHost, decideAdmissibility, openAppealCase } from './admissibility.js';
import { openBallot, propose, requestPapers } from './deliberation.js';
import { appealDecided, appealSentBack } from './ended.js';
import { file } from './file.js';
import { followOrganisation } from './follow.js';
import { extendCase, isHrOfAppeal, replaceByHr } from './hr.js';
import { leaveWithoutPapers, submitPapers } from './papers.js';
import { fileSecondLevel, isSubject, letStand, rescored, withdraw } from './secondLevel.js';
import { replaceSilent } from './silence.js';
import { giveStatement, leaveUnstated } from './statement.js';
import { vote } from './vote.js';

const filing: ActionHandler = { by: 'assignee', run: file, evenAfterLeaving: true };

/** What appeals do to a review: it is filed there, items come back to be scored again, and the outcome takes effect. */
export const appealsOfReviewPart: ReviewPart = {
  actions: { acknowledgement: { appeal: filing }, bufferOutcome: { appeal: filing } },
  expire: {},
  events: { appealDecided, appealSentBack },
};

const deliberation: Record<string, ActionHandler> = {
  propose: { by: 'assignee', run: propose },
  requestPapers: { by: 'assignee', run: requestPapers },
  openBallot: { by: 'assignee', run: openBallot },
  vote: { by: 'assignee', run: vote },
};

// Taking the case back is withdrawing the appeal, an act on the whole process.
const { withdraw: _withdraw, ...operatorsHere } = operatorActions(admissibilityHost());

/** Rules of an appeal through its levels. Somebody who has left keeps the appeal with everything that belongs to it. */
export const appealHandlers: ProcessHandlers = {
  kind: 'appeal',
  open: openAppealCase,
  actions: {
    admissibility: { decide: { by: 'assignee', run: decideAdmissibility }, ...operatorsHere },
    statement: { give: { by: 'assignee', run: giveStatement } },
    papers: { submit: { by: 'assignee', run: submitPapers, evenAfterLeaving: true } },
    vote: deliberation,
    secondLevelVote: deliberation,
    secondLevelFiling: { file: { by: 'assignee', run: fileSecondLevel, evenAfterLeaving: true }, accept: { by: 'assignee', run: letStand, evenAfterLeaving: true } },
    process: { withdraw: { by: isSubject, run: withdraw, evenAfterLeaving: true }, extend: { by: isHrOfAppeal, run: extendCase }, replaceMember: { by: isHrOfAppeal, run: replaceByHr } },
  },
  expire: { admissibility: approvalExpiry(admissibilityHost()), statement: leaveUnstated, papers: leaveWithoutPapers, vote: replaceSilent, secondLevelVote: replaceSilent, secondLevelFiling: letStand },
  events: { rescored, organisationChanged: followOrganisation },
};
