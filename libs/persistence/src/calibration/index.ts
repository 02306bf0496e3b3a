export { findSession, lockSession, membersOf, type CalibrationMember, type CalibrationSession } from './sessions.js';
export { subjectsOf, type SessionSubject } from './subjects.js';
export { seatsOf } from './seats.js';
export { quotaScope, type QuotaScope } from './quotaScope.js';
export { createSession, type SessionKey } from './create.js';
export { leadsHere, seatMissing, takeSeat } from './seating.js';
export { arrive, type Arrival, type Arrived } from './arrivals.js';
export { acceptChange, insertProposal, rejectProposal, type NewChange } from './changes.js';
export { closeCorrection, insertCorrectedRating, insertCorrection, lockCorrection, settledSessionOf, type Correction } from './corrections.js';
