/** Refusals of sign-in, passwords, one-time links and stored roles. */
export const identityErrors = {
  /** Deliberately the same for an unknown address, a wrong password and a disabled account. */
  wrongCredentials: 'IDENTITY.WRONG_CREDENTIALS',
  /** `details.retryAfterSeconds` */
  tooManyAttempts: 'IDENTITY.TOO_MANY_ATTEMPTS',
  wrongPassword: 'IDENTITY.WRONG_PASSWORD',
  passwordTooWeak: 'IDENTITY.PASSWORD_TOO_WEAK',
  /** Unknown, used, replaced or expired: the same answer for all. */
  linkInvalid: 'IDENTITY.LINK_INVALID',
  emailTaken: 'IDENTITY.EMAIL_TAKEN',
  alreadySetUp: 'IDENTITY.ALREADY_SET_UP',
  personInactive: 'IDENTITY.PERSON_INACTIVE',
  lastAdmin: 'IDENTITY.LAST_ADMIN',
} as const;
