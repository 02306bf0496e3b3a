import { accessErrors, AppealErrors, ApprovalStoreErrors, CalibrationErrors, CycleErrors, delegationErrors, exportErrors, identityErrors, processErrors, PublicationErrors, requestErrors } from '@fairmark/contracts/errors';

/** What a rule refuses without a line here: the request was understood and may not be done. */
const RULE_REFUSED = 422;

const statuses: Readonly<Record<string, number>> = {
  [requestErrors.invalid]: 400,
  [requestErrors.malformed]: 400,
  [requestErrors.tooLarge]: 413,
  [requestErrors.unsupportedMedia]: 415,
  [requestErrors.routeNotFound]: 404,
  [requestErrors.methodNotAllowed]: 405,
  [requestErrors.internal]: 500,
  [requestErrors.unavailable]: 503,
  [accessErrors.signInRequired]: 401,
  [accessErrors.denied]: 403,
  [accessErrors.objectNotFound]: 404,
  [accessErrors.csrf]: 403,
  [accessErrors.foreignOrigin]: 403,
  [identityErrors.wrongCredentials]: 401,
  [identityErrors.tooManyAttempts]: 429,
  [identityErrors.linkInvalid]: 410,
  [identityErrors.emailTaken]: 409,
  [identityErrors.alreadySetUp]: 409,
  [identityErrors.lastAdmin]: 409,
  [delegationErrors.ended]: 409,
  [exportErrors.notReady]: 409,
  [exportErrors.expired]: 410,
  [CycleErrors.populationChanged]: 409,
  [CycleErrors.notDraft]: 409,
  [ApprovalStoreErrors.unknownDefinition]: 404,
  [ApprovalStoreErrors.companyOnly]: 403,
  [ApprovalStoreErrors.draftExists]: 409,
  [ApprovalStoreErrors.draftChanged]: 409,
  [ApprovalStoreErrors.alreadyAsked]: 409,
  [processErrors.alreadyDecided]: 409,
  [processErrors.unknownVisit]: 404,
  [processErrors.processClosed]: 409,
  [processErrors.notAssigned]: 403,
  [processErrors.actorIsSubject]: 403,
  [processErrors.actorInactive]: 403,
  [processErrors.keyRequired]: 400,
  [processErrors.outcomeUnknown]: 503,
  [processErrors.failed]: 500,
  [processErrors.unknownCommand]: 409,
  [CalibrationErrors.ownGroupDiscussed]: 403,
  [CalibrationErrors.notMember]: 403,
  [CalibrationErrors.subjectUnknown]: 404,
  [CalibrationErrors.bandStale]: 409,
  [AppealErrors.paperTooLarge]: 413,
  [AppealErrors.paperType]: 415,
  [AppealErrors.paperFrozen]: 409,
  [AppealErrors.paperUnknown]: 404,
  [AppealErrors.decided]: 409,
  [AppealErrors.alreadyVoted]: 409,
  [PublicationErrors.costChanged]: 409,
  [PublicationErrors.alreadyRequested]: 409,
  [PublicationErrors.notReady]: 409,
};

/** HTTP status of an error code. */
export function statusOf(code: string): number {
  return statuses[code] ?? RULE_REFUSED;
}
