import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { AccessGuard, featureModules, routesOf, type RouteInfo } from '@fairmark/api';
import { type Agent, startTestApi, type TestApi } from '@fairmark/api/testing';
import { type Relation, RELATIONS } from '@fairmark/domain/access';
import { sql } from '@fairmark/persistence/database';
import { ask, type Cell, objectId, objectOf, relationsHeld, rules, stopBehindGuard, walk } from './cells.js';
import { buildWorld, moveTo, type World } from './world.js';

let api: TestApi;
let world: World;
let routes: RouteInfo[];
const agents = {} as Record<Relation, Agent>;

beforeAll(async () => {
  api = await startTestApi({ features: featureModules, configure: (app) => app.useGlobalGuards(stopBehindGuard) });
  world = await buildWorld(api);
  routes = routesOf(api.app);
  for (const relation of RELATIONS) agents[relation] = await api.signInAs(world.people[relation]);
});
afterAll(() => api.close());

const wrong = (cells: Cell[]): Cell[] => cells.filter((cell) => cell.expected !== cell.found);
const kindsOf = (route: RouteInfo): string => rules[route.mark?.key ?? '']?.kind ?? 'no rule';

describe('table and routes', () => {
  test('every route has a line, every line a route', () => {
    expect(routes.filter((route) => kindsOf(route) === 'no rule').map((route) => `${route.method} ${route.path}`)).toEqual([]);
    const used = new Set(routes.map((route) => route.mark?.key));
    expect(Object.keys(rules).filter((key) => !used.has(key as never))).toEqual([]);
  });

  test('a route whose rule is about an object has its parameter', () => {
    const without = routes.filter((route) => objectOf(route) !== 'none' && !route.path.includes(`:${route.mark?.param}`));
    expect(without.map((route) => `${route.method} ${route.path}`)).toEqual([]);
  });

  test.each([
    ['review', ['lead', 'sponsor', 'admin', 'hr', 'self', 'manager', 'formerManager', 'skipLevel', 'departmentHead', 'scorer', 'collaborator', 'calibrationMember', 'calibrationChair', 'panelMember', 'panelAlternate', 'assignee', 'delegate', 'stranger']],
    ['visit', ['self', 'manager', 'assignee', 'delegate', 'scorer', 'hr', 'stranger']], ['appeal', ['panelMember', 'panelAlternate', 'self', 'hr', 'assignee', 'delegate']], ['approval', ['self', 'manager', 'submitter', 'copied', 'assignee', 'hr', 'stranger']], ['calibration', ['calibrationMember', 'calibrationChair', 'departmentHead', 'hr', 'assignee', 'delegate']], ['cycle', ['hr', 'lead', 'stranger']],
    ['employee', ['self', 'manager', 'skipLevel', 'departmentHead', 'hr', 'admin', 'stranger']], ['none', ['hr', 'lead', 'sponsor', 'admin', 'stranger']],
  ] as const)('the world has a person for each relation to a %s', async (kind, relations) => {
    const held = await relationsHeld(api, world, kind);
    expect(relations.filter((relation) => !held.has(relation))).toEqual([]);
  });
});

describe('over HTTP', () => {
  test('every cell route × relation × step answers as the table says', async () => {
    const cells = await walk(api, world, agents, routes);
    expect(wrong(cells)).toEqual([]);
    expect(cells.length).toBeGreaterThanOrEqual(routes.length * RELATIONS.length);
  });

  test('without sign-in only public routes pass', async () => {
    const answers = await Promise.all(routes.map(async (route) => ({ route: `${route.method} ${route.path}`, kind: kindsOf(route), found: await ask(api.anonymous(), route, objectId(world, objectOf(route))) })));
    expect(answers.filter(({ kind, found }) => found !== (kind === 'public' ? 'passed' : 'signIn'))).toEqual([]);
  });

  test('an object that does not exist is not found, also for HR and administrators', async () => {
    const unknown = '0190a0a0-0000-7000-8000-00000000dead';
    for (const route of routes.filter((candidate) => objectOf(candidate) !== 'none'))
      for (const relation of ['hr', 'admin', 'stranger'] as const) expect([route.path, await ask(agents[relation], route, unknown)]).toEqual([route.path, 'notFound']);
  });

  test('whoever it is about gets nothing more from also being HR, administrator or their own department head', async () => {
    const { self } = world.people;
    await api.database.read.run(sql`insert into role_grants (employee_id, role) values (${self}, 'hr'), (${self}, 'admin'), (${self}, 'lead'), (${self}, 'sponsor')`);
    await api.database.read.run(sql`update departments set head_id = ${self} where id in (select department_id from employee_departments where employee_id = ${self})`);
    const about = routes.filter((route) => ['review', 'appeal', 'visit', 'approval', 'employee'].includes(objectOf(route)));
    const found: Cell[] = [];
    for (const route of about) {
      await moveTo(api.database, world.objects, objectOf(route), 'scoring');
      const rule = rules[route.mark?.key ?? ''];
      const steps = rule?.kind === 'relations' ? rule.allow.self : undefined;
      const expected = steps === '*' || steps?.includes('scoring') ? 'passed' : 'denied';
      found.push({ route: `${route.method} ${route.path}`, relation: 'self', step: 'scoring', expected, found: await ask(agents.self, route, objectId(world, objectOf(route))) });
    }
    expect(wrong(found)).toEqual([]);
    await api.database.read.run(sql`delete from role_grants where employee_id = ${self}`);
    await api.database.read.run(sql`update departments set head_id = ${world.people.departmentHead} where head_id = ${self}`);
  });

  test('HR of another department is a stranger to everything about the person', async () => {
    const elsewhere = await api.newDepartment();
    const agent = await api.signInAs(await api.newEmployee({ roles: [{ role: 'hr', departmentId: elsewhere }] }));
    for (const route of routes.filter((candidate) => ['review', 'appeal', 'visit', 'approval', 'employee', 'calibration'].includes(objectOf(candidate)))) expect([route.path, await ask(agent, route, objectId(world, objectOf(route)))]).toEqual([route.path, 'denied']);
  });
});

test('without the guard the walk finds open cells', async () => {
  const open = jest.spyOn(AccessGuard.prototype, 'canActivate').mockResolvedValue(true);
  const probe = routes.filter((route) => kindsOf(route) === 'relations').slice(0, 2);
  expect(wrong(await walk(api, world, agents, probe)).length).toBeGreaterThan(0);
  open.mockRestore();
});
