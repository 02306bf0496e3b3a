import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A performance plan 绩效方案: the line to which versions belong. */
export const Plan = defineEntity({
  name: 'Plan',
  tableName: 'plans',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    code: p.text().unique(),
    name: p.text(),
    nameEn: p.text().nullable(),
    createdAt: p.datetime(3).defaultRaw('now()'),
  },
});
export type Plan = InferEntity<typeof Plan>;

/** One version of a plan. Once a cycle uses it (`inUse`), document and hash never change again. */
export const PlanVersion = defineEntity({
  name: 'PlanVersion',
  tableName: 'plan_versions',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    plan: () => p.manyToOne(Plan),
    no: p.integer(),
    state: p.text().$type<'draft' | 'inUse' | 'retired'>(),
    /** Where the approval of the version stands; `none`: not submitted yet. */
    approvalState: p.text().$type<'none' | 'inReview' | 'approved' | 'rejected'>().default('none'),
    document: p.json<unknown>(),
    documentHash: p.text(),
    findings: p.json<unknown[]>().defaultRaw(`'[]'`),
    overrides: p.json<unknown[]>().defaultRaw(`'[]'`),
    createdBy: p.uuid().nullable(),
    createdAt: p.datetime(3).defaultRaw('now()'),
    frozenAt: p.datetime(3).nullable(),
    /** Goes up with every saved change of the draft. */
    revision: p.integer().default(1),
    changedBy: p.uuid().nullable(),
    changedAt: p.datetime(3).nullable(),
  },
  uniques: [{ properties: ['plan', 'no'] }],
});
export type PlanVersion = InferEntity<typeof PlanVersion>;
