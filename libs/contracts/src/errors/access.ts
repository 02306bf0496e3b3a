/** Refusals of the guard and of the protection against forged requests. */
export const accessErrors = {
  signInRequired: 'SESSION.REQUIRED',
  /** The object exists, but not for this person in this step. */
  denied: 'ACCESS.DENIED',
  objectNotFound: 'OBJECT.NOT_FOUND',
  /** An unsafe request without the session's token. */
  csrf: 'CSRF.TOKEN_INVALID',
  /** An unsafe request that a page of another origin sent. */
  foreignOrigin: 'CSRF.FOREIGN_ORIGIN',
} as const;
