/** Refusals about changes in the organisation. */
export const changeErrors = {
  unknownPerson: 'CHANGE.UNKNOWN_PERSON',
  unknownDepartment: 'CHANGE.UNKNOWN_DEPARTMENT',
  /** The new manager, or the successor, has left, is disabled, or is the person. */
  personInactive: 'CHANGE.PERSON_INACTIVE',
  /** The new manager reports to the person, directly or over others. */
  managerLoop: 'CHANGE.MANAGER_LOOP',
  /** The day lies before the person came, after they left, or the leave ends before it begins. */
  day: 'CHANGE.DAY',
  /** The dated rows say so already, and no process has to be told. */
  nothingChanges: 'CHANGE.NOTHING_CHANGES',
  /** This kind of process does not offer this policy. */
  policyNotOffered: 'CHANGE.POLICY_NOT_OFFERED',
  /** The key was used before for another change. */
  keyReused: 'CHANGE.KEY_REUSED',
} as const;
