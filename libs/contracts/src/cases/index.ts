import { z } from 'zod';
import { Id, Instant, LocalDate, PersonRef } from '../common/index.js';

/** Where a case comes from: an evaluation, an exception, a decision about an appeal, a lesson of a pilot, an adjustment of a quarter. */
export const CaseKind = z.enum(['evaluation', 'exception', 'appeal', 'pilot', 'adjustment', 'other']).meta({ id: 'CaseKind' });
export type CaseKind = z.infer<typeof CaseKind>;

const Tag = z.string().trim().min(1).max(40);

/** A case of the library 案例库. Nothing personal stands in it: names, addresses and numbers of employees are refused. */
export const WriteCase = z
  .object({
    title: z.string().trim().min(1).max(200), situation: z.string().trim().min(1).max(8_000), decision: z.string().trim().min(1).max(8_000), lesson: z.string().trim().max(8_000).default(''),
    kind: CaseKind, tags: z.array(Tag).max(20).default([]), keeperId: Id, reviewOn: LocalDate,
  })
  .meta({ id: 'WriteCase' });
export type WriteCase = z.infer<typeof WriteCase>;

/** Search in Chinese and English. In a body, not in an address: what people look for stands in no log. */
export const SearchCases = z.object({ text: z.string().trim().max(400).default(''), kind: CaseKind.optional(), tag: Tag.optional(), page: z.int().min(1).max(1_000).default(1), pageSize: z.int().min(1).max(100).default(20) }).meta({ id: 'SearchCases' });
export type SearchCases = z.infer<typeof SearchCases>;

/** Cases like a text that somebody has before them when they decide. */
export const SimilarTo = z.object({ text: z.string().trim().min(1).max(4_000) }).meta({ id: 'SimilarTo' });
export type SimilarTo = z.infer<typeof SimilarTo>;

export const CaseSummary = z.object({ id: Id, title: z.string(), kind: CaseKind, tags: z.array(z.string()), lesson: z.string(), keeper: PersonRef, reviewOn: LocalDate, updatedAt: Instant }).meta({ id: 'CaseSummary' });
export type CaseSummary = z.infer<typeof CaseSummary>;
export const CaseView = CaseSummary.extend({ situation: z.string(), decision: z.string(), archived: z.boolean() }).meta({ id: 'CaseView' });
export type CaseView = z.infer<typeof CaseView>;
export const CaseList = z.object({ cases: z.array(CaseSummary), total: z.int() }).meta({ id: 'CaseList' });
export type CaseList = z.infer<typeof CaseList>;
