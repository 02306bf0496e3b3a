import type { Period } from '@fairmark/contracts/calendar';
import type { ComposedItem, ComposedSheet } from '@fairmark/contracts/goals';
import type { Judgement, SubPeriodValue } from '@fairmark/contracts/scoring';

/** Values of one indicator for one block of the sheet: its community, or the person of a position block. */
export interface IndicatorValues {
  readonly blockCode: string;
  readonly indicatorId: string;
  readonly values: readonly SubPeriodValue[];
}

/** Quality of an indicator's data in one sub-period that belongs to the period. `accepted`: by HR and the department head. */
export interface DataQuality {
  readonly indicatorId: string;
  readonly subPeriod: string;
  readonly qualityBp: number;
  readonly accepted: boolean;
}

/** Everything a score follows from. The same input gives the same result at any time. */
export interface ScoreInput {
  readonly sheet: ComposedSheet;
  /** The period for which targets were agreed; both ends belong to it. */
  readonly period: Period;
  /** The part of it that is scored: a segment after a transfer, or up to today while the period runs. */
  readonly window: Period;
  /** Values may lie before the period: a lagging indicator takes its latest valid one. */
  readonly values: readonly IndicatorValues[];
  readonly quality: readonly DataQuality[];
  readonly minQualityBp: number;
  readonly judgements: readonly Judgement[];
  /** Answers of collaborators; 0 makes the collaboration item missing unless the scorer judges it. */
  readonly collaboratorAnswers: number;
  /** HR and the department head decided to rate in spite of too many missing values: nothing blocks for missing values, no limit to moved weight. */
  readonly rateAnyway?: boolean;
}

/** Whether a person's judgement, not data, makes the score of an item. */
export const isJudged = (item: ComposedItem): boolean => item.kind !== 'indicator' || item.indicator?.measurement.kind === 'judged';
