import type { AccessObject, Relation } from './relations.js';

/** Steps (phases) of the object's process in which a relation may use the route; `*` is every step. */
export type Steps = readonly string[] | '*';

/**
 * One line of the access table. `public`: without sign-in. `signedIn`: everybody who is signed in, the query itself narrows to what is
 * theirs. Otherwise the relations to the object, each with the steps in which it counts (`rules.md §4`).
 */
export type AccessRule =
  | { readonly kind: 'public' }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'relations'; readonly object: AccessObject; readonly allow: Partial<Readonly<Record<Relation, Steps>>> };

export const publicRoute: AccessRule = { kind: 'public' };
export const signedIn: AccessRule = { kind: 'signedIn' };
export const allow = (object: AccessObject, relations: Partial<Record<Relation, Steps>>): AccessRule => ({ kind: 'relations', object, allow: relations });

/**
 * Whether somebody with these relations may use a route while the object is in `step`. Deny by default. Somebody who is the subject
 * (`self`) and also holds another relation, such as HR or a manager's manager, only has what `self` allows: nobody looks at the own pending result.
 */
export function mayAccess(rule: AccessRule, relations: ReadonlySet<Relation>, step: string): boolean {
  if (rule.kind !== 'relations') return true;
  const counted: Iterable<Relation> = relations.has('self') ? (['self', ...(relations.has('assignee') ? (['assignee'] as const) : [])] as const) : relations;
  return [...counted].some((relation) => {
    const steps = rule.allow[relation];
    return steps === '*' || (steps?.includes(step) ?? false);
  });
}
