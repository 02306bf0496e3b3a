import { publicRoute, type AccessRule } from '../rule.js';

/** Routes of operations. Probes have no session; what they answer names nobody. */
export const operationsAccess = {
  'operations.live': publicRoute,
  'operations.ready': publicRoute,
  'operations.openapi': publicRoute,
  'operations.reference': publicRoute,
} as const satisfies Record<string, AccessRule>;
