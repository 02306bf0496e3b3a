/** Refusals of indicator values at import and of the quality checks. `details` never repeat the refused cell. */
export const metricsErrors = {
  /** A cell looks like a phone, identity card, e-mail or WeChat number of an end user; `details.kind` says which. */
  personalData: 'METRICS.PERSONAL_DATA',
  /** The form has no file. */
  noFile: 'METRICS.NO_FILE',
  unknownColumn: 'METRICS.UNKNOWN_COLUMN',
  duplicateColumn: 'METRICS.DUPLICATE_COLUMN',
  missingColumn: 'METRICS.MISSING_COLUMN',
  required: 'METRICS.REQUIRED',
  tooLong: 'METRICS.TOO_LONG',
  unknownIndicator: 'METRICS.UNKNOWN_INDICATOR',
  /** The indicator is judged by people, or a formula over others: it takes no values. */
  takesNoValues: 'METRICS.TAKES_NO_VALUES',
  unknownCommunity: 'METRICS.UNKNOWN_COMMUNITY',
  unknownEmployee: 'METRICS.UNKNOWN_EMPLOYEE',
  /** A row names a community or an employee, exactly one of them. */
  oneSubject: 'METRICS.ONE_SUBJECT',
  badSubPeriod: 'METRICS.BAD_SUB_PERIOD',
  duplicateRow: 'METRICS.DUPLICATE_ROW',
  /** All rows of a file are one batch. */
  severalBatches: 'METRICS.SEVERAL_BATCHES',
  /** The batch code was used for other content: a correction is a new batch. */
  batchReused: 'METRICS.BATCH_REUSED',
  unknownQuality: 'METRICS.UNKNOWN_QUALITY',
  /** Only quality under the limit is accepted. */
  qualityGood: 'METRICS.QUALITY_GOOD',
  /** HR in whose scope the department is, or the head of the department, and they are two people. */
  mayNotAccept: 'METRICS.MAY_NOT_ACCEPT',
  alreadyAccepted: 'METRICS.ALREADY_ACCEPTED',
  unknownReport: 'METRICS.UNKNOWN_REPORT',
  alreadyAnswered: 'METRICS.ALREADY_ANSWERED',
  /** Values are contested before scoring; afterwards by an appeal. */
  reportTooLate: 'METRICS.REPORT_TOO_LATE',
  unknownItem: 'METRICS.UNKNOWN_ITEM',
  badNumber: 'METRICS.BAD_NUMBER',
  outOfRange: 'METRICS.OUT_OF_RANGE',
  jump: 'METRICS.JUMP',
  sourcesDisagree: 'METRICS.SOURCES_DISAGREE',
} as const;
export type MetricsError = (typeof metricsErrors)[keyof typeof metricsErrors];
