/**
 * Refusals of the organisation import. Every one names a file, a row and, where it has one, a column; `details` carry
 * numbers, codes and dates of the file, never names or e-mail addresses.
 */
export const OrgErrors = {
  /** The bytes are neither UTF-8, UTF-16 with mark nor GB18030. */
  encoding: 'ORG.ENCODING',
  /** A quoted cell is not closed or followed by text. */
  brokenCsv: 'ORG.BROKEN_CSV',
  emptyFile: 'ORG.EMPTY_FILE',
  unknownFile: 'ORG.UNKNOWN_FILE',
  duplicateFile: 'ORG.DUPLICATE_FILE',
  unknownColumn: 'ORG.UNKNOWN_COLUMN',
  duplicateColumn: 'ORG.DUPLICATE_COLUMN',
  missingColumn: 'ORG.MISSING_COLUMN',
  extraCell: 'ORG.EXTRA_CELL',
  required: 'ORG.REQUIRED',
  tooLong: 'ORG.TOO_LONG',
  badCode: 'ORG.BAD_CODE',
  badDate: 'ORG.BAD_DATE',
  badEmail: 'ORG.BAD_EMAIL',
  badNumber: 'ORG.BAD_NUMBER',
  badShare: 'ORG.BAD_SHARE',
  badCountry: 'ORG.BAD_COUNTRY',
  unknownZone: 'ORG.UNKNOWN_ZONE',
  unknownLocale: 'ORG.UNKNOWN_LOCALE',
  unknownType: 'ORG.UNKNOWN_TYPE',
  unknownStage: 'ORG.UNKNOWN_STAGE',
  unknownDepartment: 'ORG.UNKNOWN_DEPARTMENT',
  unknownPosition: 'ORG.UNKNOWN_POSITION',
  unknownManager: 'ORG.UNKNOWN_MANAGER',
  unknownEmployee: 'ORG.UNKNOWN_EMPLOYEE',
  unknownCommunity: 'ORG.UNKNOWN_COMMUNITY',
  unknownHead: 'ORG.UNKNOWN_HEAD',
  duplicateNumber: 'ORG.DUPLICATE_NUMBER',
  duplicateCode: 'ORG.DUPLICATE_CODE',
  duplicateEmail: 'ORG.DUPLICATE_EMAIL',
  duplicateRow: 'ORG.DUPLICATE_ROW',
  managerLoop: 'ORG.MANAGER_LOOP',
  managerLeft: 'ORG.MANAGER_LEFT',
  headLeft: 'ORG.HEAD_LEFT',
  departmentLoop: 'ORG.DEPARTMENT_LOOP',
  datesOutOfOrder: 'ORG.DATES_OUT_OF_ORDER',
  outsideEmployment: 'ORG.OUTSIDE_EMPLOYMENT',
  leaveOverlap: 'ORG.LEAVE_OVERLAP',
  assignmentOverlap: 'ORG.ASSIGNMENT_OVERLAP',
  /** Shares of one person on one day are neither all empty nor sum to exactly 100 %. */
  shareSum: 'ORG.SHARE_SUM',
} as const;

export type OrgErrorCode = (typeof OrgErrors)[keyof typeof OrgErrors];

/** Refusals of the organisation pages. */
export const orgPageErrors = {
  /** The import is not in a state for this: `details.state`. */
  importState: 'ORG.IMPORT_STATE',
  /** The organisation has changed since the dry run; the preview is a new one and nothing was written. */
  previewStale: 'ORG.PREVIEW_STALE',
  /** An upload without a file, or with more than the limit. */
  noFile: 'ORG.NO_FILE',
  /** Nobody gives or takes an own role. */
  ownRole: 'ORG.OWN_ROLE',
  /** A running cycle took the stage of its first day. */
  stageFrozen: 'ORG.STAGE_FROZEN',
  unknownDepartmentId: 'ORG.UNKNOWN_DEPARTMENT_ID',
} as const;
