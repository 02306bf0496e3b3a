import { allow, signedIn, type AccessRule } from '../rule.js';

/** Routes of exports: everybody their own data, HR the payroll of a cycle. Who asked is the only one who finds a file, which the query decides. */
export const exportsAccess = {
  'exports.list': signedIn,
  'exports.personal': signedIn,
  'exports.payroll': allow('cycle', { hr: '*' }),
  'exports.file': signedIn,
} as const satisfies Record<string, AccessRule>;
