/** Refusals about robots of group chats. */
export const robotErrors = {
  /** Not an address that this vendor gives to a group's robot: only https, the vendor's own host and path. */
  addressRefused: 'ROBOT.ADDRESS_REFUSED',
  unknownDepartment: 'ROBOT.UNKNOWN_DEPARTMENT',
  /** It was switched off. */
  disabled: 'ROBOT.DISABLED',
} as const;
