import { plansErrors } from '@fairmark/contracts/errors';
import type { PlanDocument, PlanFinding } from '@fairmark/contracts/plans';
import { quotaFaults } from '../calibration/quotas.js';
import { error, overridable, repeats, warning } from './finding.js';
import { anchorFindings } from './indicators.js';

function bandFindings({ bands }: PlanDocument): PlanFinding[] {
  const unordered = bands.some((band, index) => index > 0 && band.lowerCenti >= (bands[index - 1]?.lowerCenti ?? 0));
  return [
    ...repeats(bands, (band) => band.code).map((index) => error(plansErrors.bandDuplicate, `bands[${index}]`)),
    ...(unordered ? [error(plansErrors.bandOrder, 'bands')] : []),
    // Without a band that begins at 0 the lowest totals would have none.
    ...(bands.at(-1)?.lowerCenti === 0 ? [] : [error(plansErrors.bandGap, 'bands')]),
  ];
}

function rewardFindings({ bands, reward }: PlanDocument): PlanFinding[] {
  const of = (code: string): number | undefined => reward.coefficients.find((one) => one.band === code)?.coefficientBp;
  const inOrder = bands.map((band) => of(band.code) ?? 0);
  const unfair = inOrder.some((coefficient, index) => index > 0 && coefficient > (inOrder[index - 1] ?? coefficient));
  return [
    ...bands.filter((band) => of(band.code) === undefined).map((band) => error(plansErrors.coefficientMissing, 'reward.coefficients', { band: band.code })),
    ...reward.coefficients
      .filter((one) => !bands.some((band) => band.code === one.band))
      .map((one) => error(plansErrors.coefficientUnknownBand, 'reward.coefficients', { band: one.band })),
    ...repeats(reward.coefficients, (one) => one.band).map((index) => error(plansErrors.bandDuplicate, `reward.coefficients[${index}]`)),
    ...(unfair ? [warning(plansErrors.coefficientFalls, 'reward.coefficients')] : []),
  ];
}

function personalFindings({ personal }: PlanDocument): PlanFinding[] {
  const { growth, collaboration, goals } = personal;
  const others = [growth, collaboration].filter((one) => one !== undefined);
  const holdsNothing = personal.weightBp > 0 && others.length === 0 && goals.maxWeightBp < personal.weightBp;
  return [
    ...(goals.maxWeightBp > personal.weightBp || holdsNothing ? [error(plansErrors.personalGoalsNoRoom, 'personal.goals', { maxWeightBp: goals.maxWeightBp })] : []),
    // Personal goals that may take the whole block leave nothing for learning and growth.
    ...(growth && goals.maxWeightBp === personal.weightBp ? [overridable(plansErrors.noGrowthItem, 'personal.goals')] : []),
    ...(goals.maxWeightBp === 0 || goals.maxCount === 0 ? [warning(plansErrors.noPersonalRoom, 'personal.goals')] : []),
    ...(growth ? anchorFindings(growth.anchors, 'personal.growth.anchors') : []),
    ...(collaboration ? anchorFindings(collaboration.anchors, 'personal.collaboration.anchors') : []),
    ...anchorFindings(goals.anchors, 'personal.goals.anchors'),
  ];
}

/** The less of a consequence, the more is paid; while the buffer runs not less than the consequence would pay, and not more than without one. */
function bufferPayFindings({ reward, buffer: { improvement } }: PlanDocument): PlanFinding[] {
  const { pay, bands } = improvement;
  if (!pay) return [];
  const inEffect = Math.max(0, ...reward.coefficients.filter((one) => bands.includes(one.band)).map((one) => one.coefficientBp));
  const ordered = inEffect <= pay.softenedBp && pay.softenedBp <= pay.waivedBp && inEffect <= pay.pendingBp && pay.pendingBp <= pay.waivedBp;
  return ordered ? [] : [error(plansErrors.bufferPayOrder, 'buffer.improvement.pay', { inEffectBp: inEffect, ...pay })];
}

/** Findings about the personal block, bands, quotas, rewards and buffers. */
export function outcomeFindings(plan: PlanDocument): PlanFinding[] {
  const codes = plan.bands.map((band) => band.code);
  const { improvement } = plan.buffer;
  return [
    ...personalFindings(plan),
    ...bandFindings(plan),
    ...(plan.quotas.mode === 'off' ? [] : quotaFaults(codes, plan.quotas.quotas).map((fault) => error(plansErrors.quotaImpossible, 'quotas', { reason: fault.code, ...fault.details }))),
    ...rewardFindings(plan),
    ...improvement.bands.filter((band) => !codes.includes(band)).map((band) => error(plansErrors.bufferUnknownBand, 'buffer.improvement.bands', { band })),
    ...bufferPayFindings(plan),
  ];
}
