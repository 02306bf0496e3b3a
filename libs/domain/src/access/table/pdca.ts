import { allow, signedIn, type AccessRule } from '../rule.js';

const readers = { leadOf: '*', sponsorOf: '*', teamOf: '*', departmentHead: '*', hr: '*' } as const;
const writers = { leadOf: '*', hr: '*' } as const;
const authors = { hr: '*', lead: '*', sponsor: '*' } as const;

/** Routes of quarters of improvement, promised effects and the case library. What a quarter decides goes through its visits. */
export const pdcaAccess = {
  'pdca.list': allow('rollout', readers),
  'pdca.read': allow('rollout', readers),
  'benefits.list': allow('rollout', readers),
  'benefits.create': allow('rollout', writers),
  'benefits.startSet': allow('rollout', writers),
  'benefits.read': allow('rollout', writers),
  'cases.search': signedIn,
  'cases.similar': signedIn,
  'cases.read': signedIn,
  'cases.create': allow('none', authors),
  'cases.update': allow('none', authors),
  'cases.archive': allow('none', authors),
} as const satisfies Record<string, AccessRule>;
