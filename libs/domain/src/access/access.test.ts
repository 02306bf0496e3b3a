import { describe, expect, test } from '@jest/globals';
import { accessTable, allow, mayAccess, publicRoute, type Relation, signedIn, stepsOf, type AccessRule } from './index.js';

const rules = Object.entries(accessTable as Record<string, AccessRule>);

describe('table', () => {
  test.each(rules)('%s names steps that its object has', (_, rule) => {
    if (rule.kind !== 'relations') return;
    for (const steps of Object.values(rule.allow)) if (steps !== '*') expect(steps?.filter((step) => !stepsOf[rule.object].includes(step))).toEqual([]);
  });

  test('the project lead, the sponsor and the administrator come near no single review or appeal', () => {
    const near = rules.filter(([, rule]) => rule.kind === 'relations' && ['review', 'appeal', 'visit'].includes(rule.object) && (['lead', 'sponsor', 'admin'] as const).some((relation) => rule.allow[relation] !== undefined));
    expect(near.map(([key]) => key)).toEqual([]);
  });

  test('strangers are allowed nothing', () => {
    expect(rules.filter(([, rule]) => rule.kind === 'relations' && rule.allow.stranger !== undefined)).toEqual([]);
  });
});

describe('rule', () => {
  const rule = allow('review', { self: ['result'], manager: ['scoring', 'result'], hr: '*', assignee: ['goalSetting'] });
  const may = (relations: Relation[], step: string): boolean => mayAccess(rule, new Set(relations), step);

  test('denies what it does not name', () => {
    expect(may([], 'result')).toBe(false);
    expect(may(['stranger', 'skipLevel'], 'result')).toBe(false);
    expect(may(['manager'], 'goalSetting')).toBe(false);
  });

  test('counts any relation, each in its steps', () => {
    expect(may(['manager'], 'scoring')).toBe(true);
    expect(may(['skipLevel', 'hr'], 'goalSetting')).toBe(true);
  });

  test('whoever it is about has the rights of that only, and of an open task', () => {
    expect(may(['self', 'hr', 'manager'], 'scoring')).toBe(false);
    expect(may(['self', 'hr'], 'result')).toBe(true);
    expect(may(['self', 'assignee', 'hr'], 'goalSetting')).toBe(true);
  });

  test('public and signed-in routes do not ask for relations', () => {
    for (const open of [publicRoute, signedIn]) expect(mayAccess(open, new Set(), '')).toBe(true);
  });
});
