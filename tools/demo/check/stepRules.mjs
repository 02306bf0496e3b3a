/** Written down anew from the rules, not taken from the product: which phase a step belongs to, which decisions it offers, whether it may end without anybody. */
const step = (phase, actions, { silent = false, subject = false } = {}) => ({ phase, actions: new Set(actions), silent, subject });

const SUBJECT = { subject: true };
const SUBJECT_MAY_BE_SILENT = { subject: true, silent: true };

export const REVIEW_STEPS = {
  goalProposal: step('goalSetting', ['submit'], SUBJECT_MAY_BE_SILENT),
  goalDrafting: step('goalSetting', ['submit']),
  goalObjection: step('goalSetting', ['accept', 'object'], SUBJECT_MAY_BE_SILENT),
  goalApproval: step('goalSetting', ['approve', 'edit', 'return'], { silent: true }),
  goalConfirmation: step('goalSetting', ['accept', 'object'], SUBJECT_MAY_BE_SILENT),
  goalArbitration: step('goalSetting', ['decide']),
  period: step('period', [], { silent: true }),
  checkIn: step('period', [], { silent: true }),
  goalChangeApproval: step('period', ['approve', 'reject'], { silent: true }),
  goalChangeConfirmation: step('period', ['accept', 'object'], SUBJECT_MAY_BE_SILENT),
  selfReview: step('selfReview', ['submit', 'proposeCollaborators'], SUBJECT_MAY_BE_SILENT),
  collaborators: step('selfReview', ['confirm', 'return'], { silent: true }),
  collaboratorInput: step('selfReview', ['answer'], { silent: true }),
  scoring: step('scoring', ['submit', 'askForRatability']),
  opinion: step('scoring', ['give'], { silent: true }),
  ratability: step('scoring', ['decide']),
  calibration: step('calibration', [], { silent: true }),
  publication: step('publication', [], { silent: true }),
  acknowledgement: step('result', ['seen', 'accept', 'revoke', 'appeal'], SUBJECT_MAY_BE_SILENT),
  interview: step('result', ['record'], { silent: true }),
  interviewConfirmation: step('result', ['confirm'], SUBJECT_MAY_BE_SILENT),
  appeal: step('appeal', [], { silent: true }),
  rescoring: step('appeal', ['submit'], { silent: true }),
  supportPlan: step('buffer', ['submit']),
  supportPlanConsent: step('buffer', ['accept', 'object'], SUBJECT),
  improvement: step('buffer', ['checkIn'], { silent: true }),
  improvementJudgement: step('buffer', ['judge']),
  improvementSignature: step('buffer', ['sign']),
  bufferOutcome: step('buffer', ['acknowledge', 'appeal'], SUBJECT_MAY_BE_SILENT),
};

export const OTHER_STEPS = {
  deliberation: step('open', ['propose', 'comment', 'decide', 'defer', 'discuss', 'newChair', 'join', 'leave', 'requestSignOff'], { silent: true }),
  signOff: step('open', ['approve', 'reject'], { silent: true }),
  admissibility: step('admissibility', ['decide'], { silent: true }),
  statement: step('deliberation', ['give'], { silent: true }),
  papers: step('deliberation', ['submit'], SUBJECT_MAY_BE_SILENT),
  vote: step('deliberation', ['propose', 'requestPapers', 'openBallot', 'vote'], { silent: true }),
  secondLevelFiling: step('decided', ['file', 'accept'], SUBJECT_MAY_BE_SILENT),
  secondLevelVote: step('secondLevel', ['propose', 'requestPapers', 'openBallot', 'vote'], { silent: true }),
};

/** From which phase of a review which may follow. HR may send back once from scoring and calibration. */
export const FOLLOWS = {
  '': ['goalSetting'], goalSetting: ['period'], period: ['selfReview', 'scoring', 'calibration'], selfReview: ['scoring', 'calibration'], scoring: ['calibration', 'selfReview'],
  calibration: ['publication', 'scoring'], publication: ['result'], result: ['appeal', 'buffer'], appeal: ['result', 'buffer'], buffer: ['appeal'],
};
/** Phases in which a review may close. */
export const LAST = new Set(['result', 'appeal', 'buffer']);
/** Ends that come from outside the step: the person left, HR sent the review back, the cycle was called off. */
export const FROM_OUTSIDE = /removed|cancelled|returned|sentBack|withdrawn|refused|decided|left/;
