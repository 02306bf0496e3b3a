import { allow, type AccessRule } from '../rule.js';

/** Routes of publication: HR, inside its departments. */
export const publicationsAccess = {
  'publications.read': allow('none', { hr: '*' }),
  'publications.request': allow('none', { hr: '*' }),
} as const satisfies Record<string, AccessRule>;
