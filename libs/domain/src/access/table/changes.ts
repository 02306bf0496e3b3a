import { allow, type AccessRule } from '../rule.js';
import { processesAccess } from './processes.js';

const hr = allow('none', { hr: '*' });

/** Routes of changes in the organisation: HR, inside its scope; why a task moved is for everybody who may read its visit. */
export const changesAccess = {
  'changes.list': hr,
  'changes.read': hr,
  'changes.preview': hr,
  'changes.report': hr,
  'changes.policies': hr,
  'changes.setPolicy': hr,
  'changes.ofImport': allow('none', { hr: '*', admin: '*' }),
  'changes.ofVisit': processesAccess['visits.read'],
} as const satisfies Record<string, AccessRule>;
