import { allow, signedIn, type AccessRule } from '../rule.js';

/** Who may come near a decision at all; whether the step takes it from this person is decided in its transaction. */
const concerned = {
  self: '*', assignee: '*', delegate: '*', manager: '*', skipLevel: '*', departmentHead: '*', scorer: '*', collaborator: '*', calibrationMember: '*', calibrationChair: '*', panelMember: '*', panelAlternate: '*', submitter: '*',
  sponsorOf: '*', leadOf: '*', hr: '*',
} as const;

/** Routes of decisions, the inbox, notices and live events. */
export const processesAccess = {
  'processes.visitAction': allow('visit', concerned),
  'processes.reviewAction': allow('review', { self: '*', assignee: '*', manager: '*', departmentHead: '*', calibrationMember: '*', calibrationChair: '*', hr: '*' }),
  'processes.cycleAction': allow('cycle', { hr: '*' }),
  'processes.calibrationAction': allow('calibration', { calibrationMember: '*', calibrationChair: '*', hr: '*' }),
  'processes.appealAction': allow('appeal', { self: '*', assignee: '*', panelMember: '*', panelAlternate: '*', manager: '*', hr: '*' }),
  'processes.approvalAction': allow('approval', { self: '*', submitter: '*', assignee: '*', delegate: '*', hr: '*' }),
  'processes.rolloutAction': allow('rollout', { sponsorOf: '*', leadOf: '*', assignee: '*', delegate: '*', hr: '*' }),
  'processes.pilotAction': allow('pilot', { sponsorOf: '*', leadOf: '*', assignee: '*', delegate: '*', hr: '*' }),
  'processes.waveAction': allow('wave', { sponsorOf: '*', leadOf: '*', assignee: '*', delegate: '*', hr: '*' }),
  'processes.pdcaQuarterAction': allow('pdcaQuarter', { sponsorOf: '*', leadOf: '*', assignee: '*', delegate: '*', hr: '*' }),
  'inbox.list': signedIn,
  'visits.read': allow('visit', concerned),
  'notices.list': signedIn,
  'notices.read': signedIn,
  'live.events': signedIn,
} as const satisfies Record<string, AccessRule>;
