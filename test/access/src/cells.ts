import type { CanActivate } from '@nestjs/common';
import type { RouteInfo } from '@fairmark/api';
import type { Agent, TestApi } from '@fairmark/api/testing';
import { accessTable, type AccessObject, type AccessRule, type Relation, RELATIONS, stepsOf } from '@fairmark/domain/access';
import { DomainError } from '@fairmark/domain/common';
import { relationsTo } from '@fairmark/persistence/access';
import { moveTo, type World } from './world.js';

export const rules: Readonly<Record<string, AccessRule>> = accessTable;

/** What a route answered: the guard refused, asked for sign-in, did not find the object, or let the request pass. */
export type Outcome = 'denied' | 'signIn' | 'notFound' | 'passed' | `unexpected ${number}`;

const PASSED = 'TEST.PASSED';

/** A guard after the guard, before pipes and handlers: a request that comes this far changes nothing. */
export const stopBehindGuard: CanActivate = {
  canActivate: () => {
    throw new DomainError(PASSED);
  },
};

export interface Cell {
  route: string;
  relation: string;
  step: string;
  expected: Outcome;
  found: Outcome;
}

const OTHER_PARAMETER = '0190a0a0-0000-7000-8000-000000000000';

/** The address of a route for an object; parameters that name no object of the rule get an id of nothing. */
export function addressOf(route: RouteInfo, objectId: string): string {
  return route.path.replace(/:(\w+)/g, (_, name: string) => (name === route.mark?.param ? objectId : OTHER_PARAMETER));
}

export async function ask(agent: Agent, route: RouteInfo, objectId: string): Promise<Outcome> {
  const { status, body } = await agent.send<{ code?: string }>(route.method as 'GET', addressOf(route, objectId), undefined);
  if (status === 403 && body?.code === 'ACCESS.DENIED') return 'denied';
  if (status === 401 && body?.code === 'SESSION.REQUIRED') return 'signIn';
  if (status === 404 && body?.code === 'OBJECT.NOT_FOUND') return 'notFound';
  return body?.code === PASSED ? 'passed' : `unexpected ${status}`;
}

/** Every cell of the table: each route by each relation in each step of its object, over HTTP. */
export async function walk(api: TestApi, world: World, agents: Record<Relation, Agent>, routes: readonly RouteInfo[]): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const kind of Object.keys(stepsOf) as AccessObject[]) {
    const concerned = routes.filter((route) => objectOf(route) === kind);
    if (concerned.length === 0) continue;
    for (const step of stepsOf[kind]) {
      await moveTo(api.database, world.objects, kind, step);
      const held = await relationsHeld(api, world, kind);
      for (const route of concerned) cells.push(...(await Promise.all(RELATIONS.map((relation) => cellOf(route, relation, held.has(relation), step, agents, objectId(world, kind))))));
    }
  }
  return cells;
}

async function cellOf(route: RouteInfo, relation: Relation, isHeld: boolean, step: string, agents: Record<Relation, Agent>, object: string): Promise<Cell> {
  const rule = rules[route.mark?.key ?? ''] as AccessRule;
  const counted: Relation = isHeld ? relation : 'stranger';
  return { route: `${route.method} ${route.path}`, relation, step, expected: expectedOf(rule, counted, step), found: await ask(agents[relation], route, object) };
}

/** Read from the table by hand-made means, not by the function that the guard uses. */
function expectedOf(rule: AccessRule, relation: Relation, step: string): Outcome {
  if (rule.kind !== 'relations') return 'passed';
  const steps = Object.entries(rule.allow).find(([name]) => name === relation)?.[1];
  return steps !== undefined && (steps === '*' || steps.indexOf(step) >= 0) ? 'passed' : 'denied';
}

export function objectOf(route: RouteInfo): AccessObject {
  const rule = rules[route.mark?.key ?? ''];
  return rule?.kind === 'relations' ? rule.object : 'none';
}

export const objectId = (world: World, kind: AccessObject): string => (kind === 'none' ? OTHER_PARAMETER : world.objects[kind]);

/** Relations that exist towards this kind of object; everybody else is a stranger to it. */
export async function relationsHeld(api: TestApi, world: World, kind: AccessObject): Promise<Set<Relation>> {
  const held = new Set<Relation>();
  for (const relation of RELATIONS) {
    const { relations } = await relationsTo(api.database.read, world.people[relation], kind, objectId(world, kind));
    const [only, ...more] = relations;
    if (more.length > 0 || (only !== relation && only !== 'stranger')) throw new Error(`The person for ${relation} is ${[...relations].join(', ')} of ${kind}`);
    if (only === relation) held.add(relation);
  }
  return held;
}
