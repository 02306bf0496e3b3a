/** Refusals that every route can give before a rule was asked. */
export const requestErrors = {
  /** Body, query or path does not have the shape of the contract: `fields` say where and why. */
  invalid: 'REQUEST.INVALID',
  malformed: 'REQUEST.MALFORMED',
  tooLarge: 'REQUEST.TOO_LARGE',
  unsupportedMedia: 'REQUEST.UNSUPPORTED_MEDIA',
  routeNotFound: 'ROUTE.NOT_FOUND',
  methodNotAllowed: 'ROUTE.METHOD_NOT_ALLOWED',
  internal: 'INTERNAL.ERROR',
  unavailable: 'SERVICE.UNAVAILABLE',
} as const;

/** Codes of single fields in `fields` of a `REQUEST.INVALID`. A contract's own refinement may name a code of its feature instead. */
export const fieldErrors = {
  required: 'FIELD.REQUIRED',
  type: 'FIELD.TYPE',
  format: 'FIELD.FORMAT',
  /** Below `details.minimum`: a length for texts and lists, a value for numbers. */
  tooSmall: 'FIELD.TOO_SMALL',
  /** Above `details.maximum`. */
  tooBig: 'FIELD.TOO_BIG',
  /** Not one of `details.values`. */
  value: 'FIELD.VALUE',
  unknownKey: 'FIELD.UNKNOWN_KEY',
  invalid: 'FIELD.INVALID',
} as const;
