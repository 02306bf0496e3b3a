import { allow, signedIn, type AccessRule } from '../rule.js';

/** Whole-company acts ask besides for a role without a department as scope. */
const offices = allow('none', { hr: '*', admin: '*' });

/** Routes of org: HR and administrators keep the organisation, everybody finds people and departments by name. */
export const orgAccess = {
  'org.readiness': allow('none', { hr: '*', admin: '*', lead: '*' }),
  'org.templates': offices,
  'org.export': offices,
  'org.import': offices,
  'org.importRead': offices,
  'org.employees': offices,
  'org.employee': allow('employee', { self: '*', manager: '*', skipLevel: '*', departmentHead: '*', hr: '*', admin: '*' }),
  'org.people': signedIn,
  'org.departments': signedIn,
  'org.communities': allow('none', { hr: '*', admin: '*', lead: '*', sponsor: '*' }),
  /** HR and heads of departments that operate it; which community is looked at in the route. */
  'org.changeStage': signedIn,
  'org.roles': offices,
  'org.grantRole': allow('none', { admin: '*' }),
  'org.inviteRemaining': offices,
} as const satisfies Record<string, AccessRule>;
