/** All weights of a sheet together, in basis points. */
export const WHOLE_BP = 10_000;
/** Rule: personal goals weigh at most 2,000 bp together. */
export const PERSONAL_GOALS_MAX_BP = 2_000;
