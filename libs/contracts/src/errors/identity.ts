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
  /** The person has not left, or nothing of this review waits for them any more. */
  notALeaver: 'IDENTITY.NOT_A_LEAVER',
  /** There is no address outside the company to write to. */
  noPrivateAddress: 'IDENTITY.NO_PRIVATE_ADDRESS',
} as const;
