/** Refusals of indicator values at import and of the quality checks. `details` never repeat the refused cell. */
export const metricsErrors = {
  /** A cell looks like a phone, identity card, e-mail or WeChat number of an end user; `details.kind` says which. */
  personalData: 'METRICS.PERSONAL_DATA',
  unknownColumn: 'METRICS.UNKNOWN_COLUMN',
  badNumber: 'METRICS.BAD_NUMBER',
  outOfRange: 'METRICS.OUT_OF_RANGE',
  jump: 'METRICS.JUMP',
  sourcesDisagree: 'METRICS.SOURCES_DISAGREE',
  incomplete: 'METRICS.INCOMPLETE',
  sampleRefuted: 'METRICS.SAMPLE_REFUTED',
  qualityTooLow: 'METRICS.QUALITY_TOO_LOW',
} as const;
export type MetricsError = (typeof metricsErrors)[keyof typeof metricsErrors];
