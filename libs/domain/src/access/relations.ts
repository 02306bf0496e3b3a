/**
 * How a person stands to an object. Relations follow from rows (manager of, member of the panel of, …); only admin, hr, sponsor and
 * lead are stored roles, and each counts only inside its scope. A `delegate` stands in for somebody who has an open task; `submitter`
 * and `copied` are those of an approval. `sponsorOf`, `leadOf` and `teamOf` are those of a rollout with its pilots, waves and quarters.
 */
export const RELATIONS = [
  'self', 'manager', 'formerManager', 'skipLevel', 'departmentHead', 'scorer', 'collaborator', 'calibrationMember', 'calibrationChair',
  'panelMember', 'panelAlternate', 'assignee', 'delegate', 'submitter', 'copied', 'sponsorOf', 'leadOf', 'teamOf', 'hr', 'lead', 'sponsor', 'admin', 'stranger',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** What an access rule is about: the object that the route's `:id` names. `none`: the route names no object, stored roles decide. */
export type AccessObject = 'none' | 'review' | 'cycle' | 'calibration' | 'appeal' | 'visit' | 'approval' | 'employee' | 'rollout' | 'pilot' | 'wave' | 'pdcaQuarter';
