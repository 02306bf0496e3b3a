import { describe, expect, test } from '@jest/globals';
import { detectLoops, emptySnapshot, exportFiles, planOrgImport, readiness } from '@fairmark/domain/org';
import { referencePlan, sheetOfCommunity, sheetOfPosition } from '@fairmark/domain/plans';
import { generateCompany } from './index.js';

const options = { seed: 7, people: 60, today: '2026-07-01' };
const company = generateCompany(options);
const people = [...company.organisation.employees.values()];

describe('the sample company', () => {
  test('is the same for the same seed and another for another one', () => {
    expect(generateCompany(options)).toEqual(company);
    expect(generateCompany({ ...options, seed: 8 }).organisation.employees).not.toEqual(company.organisation.employees);
  });

  test('has 60 people and their head in four levels, two zones and both kinds of names', () => {
    expect(people).toHaveLength(61);
    const manager = (number: string) => company.organisation.employees.get(number)?.managers.at(-1)?.value;
    const level = (number: string): number => (manager(number) === undefined ? 1 : 1 + level(manager(number) as string));
    expect(Math.max(...people.map((person) => level(person.number)))).toBe(4);
    expect(new Set(people.map((person) => person.zone))).toEqual(new Set(['Asia/Shanghai', 'Europe/Berlin']));
    expect(people.some((person) => /^\p{Script=Han}{2,}$/u.test(person.name)) && people.some((person) => /^[A-Za-z ]+$/.test(person.name))).toBe(true);
  });

  test('has 40 communities of all types and stages, shared and multiple assignments, and people without a community', () => {
    const { communities } = company.organisation;
    expect(communities.size).toBe(40);
    expect(new Set([...communities.values()].map((community) => `${community.type}/${community.stages[0]?.value}`)).size).toBe(9);
    const operators = [...communities.keys()].map((code) => people.filter((person) => person.assignments.some((row) => row.communityCode === code)).length);
    expect(Math.min(...operators)).toBe(1);
    expect(Math.max(...operators)).toBe(2);
    expect(people.some((person) => person.assignments.length > 1 && person.assignments.every((row) => row.shareBp !== null))).toBe(true);
    expect(people.filter((person) => person.positions.at(-1)?.value === 'community-operator' && person.assignments.length === 0)).toHaveLength(2);
  });

  test('has a sheet of the reference plan for everybody', () => {
    for (const person of people) {
      const sheets = person.assignments.map((row) => {
        const community = company.organisation.communities.get(row.communityCode);
        return sheetOfCommunity(referencePlan, { code: row.communityCode, type: community?.type ?? '', stage: community?.stages[0]?.value ?? '' });
      });
      const found = sheets.length > 0 ? sheets : [sheetOfPosition(referencePlan, person.positions.at(-1)?.value ?? '')];
      expect(found).not.toContain(undefined);
    }
  });

  test.each([40, 60, 61, 137, 400])('of %i people is imported from its own files without a fault and is ready', (count) => {
    const generated = generateCompany({ ...options, people: count });
    const files = [...exportFiles(generated.organisation, 'zh-CN', options.today)].map(([kind, bytes]) => ({ kind, bytes }));
    expect(planOrgImport(emptySnapshot(), files, { today: options.today }).errors).toEqual([]);
    expect(detectLoops(generated.organisation, options.today)).toEqual([]);
    const list = readiness(generated.organisation, { today: options.today, roles: generated.roles, panelPool: generated.panel, invited: new Set(generated.organisation.employees.keys()) });
    expect(list.findings.filter((finding) => finding.code !== 'noManager')).toEqual([]);
  });
});
