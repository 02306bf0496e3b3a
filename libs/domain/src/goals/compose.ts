import type { BilingualText } from '@fairmark/contracts/common';
import { goalsErrors } from '@fairmark/contracts/errors';
import { PERSONAL_BLOCK, POSITION_BLOCK, type ComposedBlock, type ComposedSheet } from '@fairmark/contracts/goals';
import type { PlanDocument, Sheet } from '@fairmark/contracts/plans';
import { DomainError } from '../common/index.js';
import { sheetOfCommunity, sheetOfPosition, type SheetCommunity } from '../plans/lookup.js';
import { apportion } from '../scoring/apportion.js';
import { WHOLE_BP } from './constants.js';
import { sharesOf } from './shares.js';
import { indicatorItem, personalItem } from './sheet-items.js';

/** A community that the person operates, with its stage frozen for the cycle. */
export interface OperatedCommunity extends SheetCommunity {
  readonly name: BilingualText;
  /** Share of the assignment in basis points; null takes an equal part of what is left. */
  readonly shareBp: number | null;
  /** Codes of departments on which the community depends. */
  readonly dependsOnDepartments: readonly string[];
}

export interface ComposeInput {
  readonly plan: PlanDocument;
  readonly communities: readonly OperatedCommunity[];
  readonly position: { readonly code: string; readonly name: BilingualText } | null;
}

/**
 * What one person is scored on. Rule (rules §1): one block per community from its own sheet, else that of its type and stage, plus one personal block; the
 * communities share the rest by their assignments; without a community the sheet of the position. Weights sum to exactly 10,000 bp.
 * @throws DomainError `GOALS.NO_SHEET`, `GOALS.SHARE_SUM`, `GOALS.COMMUNITY_TWICE`, `GOALS.UNKNOWN_INDICATOR`
 */
export function composeSheet(input: ComposeInput): ComposedSheet {
  const sources = sourcesOf(input);
  const collaboration = sources.some(({ sheet }) => sheet.collaboration) && input.plan.personal.collaboration !== undefined;
  const personal = personalBlock(input.plan, collaboration);
  const weights = apportion(WHOLE_BP - personal.weightBp, sources.map((source) => source.shareBp));
  const { growth, collaboration: together, goals, weightBp } = input.plan.personal;
  return {
    formatVersion: 1,
    blocks: [...sources.map((source, index) => blockOf(input.plan, source, weights[index] ?? 0)), personal],
    collaboration,
    maxReweightBp: input.plan.maxReweightBp,
    bands: input.plan.bands,
    personalRules: {
      growthBp: growth?.weightBp ?? 0,
      collaborationBp: collaboration ? (together?.weightBp ?? 0) : 0,
      // Personal goals take their weight from the block, so they can never weigh more than it.
      goalsMaxBp: personal.items.length > 0 ? Math.min(goals.maxWeightBp, weightBp) : goals.maxWeightBp,
      goalsMaxCount: goals.maxCount,
      goalAnchors: goals.anchors,
    },
  };
}

interface Source {
  code: string;
  kind: 'community' | 'position';
  name: BilingualText;
  sheet: Sheet;
  shareBp: number;
  dependsOn: readonly string[];
}

function sourcesOf({ plan, communities, position }: ComposeInput): Source[] {
  if (communities.length === 0) return [positionSource(plan, position)];
  const codes = communities.map((community) => community.code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) throw new DomainError(goalsErrors.communityTwice, { community: twice });
  const shares = sharesOf(communities.map((community) => community.shareBp));
  return communities.map((community, index) => {
    const sheet = sheetOfCommunity(plan, community);
    if (!sheet) throw new DomainError(goalsErrors.noSheet, { community: community.code, type: community.type, stage: community.stage });
    return { code: community.code, kind: 'community', name: community.name, sheet, shareBp: shares[index] ?? 0, dependsOn: community.dependsOnDepartments };
  });
}

function positionSource(plan: PlanDocument, position: ComposeInput['position']): Source {
  const sheet = position ? sheetOfPosition(plan, position.code) : undefined;
  if (!position || !sheet) throw new DomainError(goalsErrors.noSheet, { position: position?.code ?? null });
  return { code: POSITION_BLOCK, kind: 'position', name: position.name, sheet, shareBp: WHOLE_BP, dependsOn: [] };
}

function blockOf(plan: PlanDocument, { code, kind, name, sheet, dependsOn }: Source, weightBp: number): ComposedBlock {
  const weights = apportion(weightBp, sheet.items.map((item) => item.weightBp));
  return {
    ...{ code, kind, name, sheetId: sheet.id, weightBp },
    dependsOnDepartments: [...new Set([...sheet.dependsOnDepartments, ...dependsOn])].sort(),
    items: sheet.items.map((item, index) => indicatorItem(plan, sheet, item, code, weights[index] ?? 0)),
  };
}

/** Growth and, where a sheet asks for it, collaboration; a plan with neither has room for personal goals only, which bring their own weight. */
function personalBlock(plan: PlanDocument, collaboration: boolean): ComposedBlock {
  const kinds = collaboration ? (['growth', 'collaboration'] as const) : (['growth'] as const);
  const items = kinds.flatMap((kind) => personalItem(plan, kind) ?? []);
  const weightBp = items.length > 0 ? plan.personal.weightBp : 0;
  const weights = apportion(weightBp, items.map((item) => item.weightBp));
  return {
    code: PERSONAL_BLOCK, kind: 'personal', sheetId: null, name: { zh: '个人', en: 'Personal' }, weightBp, dependsOnDepartments: [],
    items: items.map((item, index) => ({ ...item, weightBp: weights[index] ?? 0 })),
  };
}
