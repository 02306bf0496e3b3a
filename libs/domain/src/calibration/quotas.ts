import { CalibrationErrors, type CalibrationError } from '@fairmark/contracts/errors';

export type QuotaKind = 'minimum' | 'maximum' | 'exact';

/** `off`: no quotas. `soft`: missed quotas need an explanation at sign-off. `hard`: missed quotas block sign-off. */
export type QuotaMode = 'off' | 'soft' | 'hard';

/** Share of the rated people (`shareBp`, 10,000 are 100 %) that must, may at most, or exactly does get a band. */
export interface BandQuota {
  readonly band: string;
  readonly kind: QuotaKind;
  readonly shareBp: number;
}

export interface QuotaFault {
  readonly code: CalibrationError;
  readonly details: Readonly<Record<string, unknown>>;
}

const sumBp = (quotas: readonly BandQuota[], kinds: readonly QuotaKind[]): number =>
  quotas.filter((quota) => kinds.includes(quota.kind)).reduce((sum, quota) => sum + quota.shareBp, 0);

/** Whether every band has an upper limit, so that people above all limits would have no band left. */
export function allBandsCapped(bands: readonly string[], quotas: readonly BandQuota[]): boolean {
  return bands.every((band) => quotas.some((quota) => quota.band === band && quota.kind !== 'minimum'));
}

/**
 * Why a set of quotas can be met by no group at all; empty when it can.
 * A set is impossible when what must be given exceeds everybody, or when everything that may be given is less than everybody.
 * @param bands all bands of the plan, highest first
 */
export function quotaFaults(bands: readonly string[], quotas: readonly BandQuota[]): QuotaFault[] {
  const faults: QuotaFault[] = [];
  const seen = new Set<string>();
  for (const { band, shareBp } of quotas) {
    if (!bands.includes(band)) faults.push({ code: CalibrationErrors.quotaUnknownBand, details: { band } });
    if (seen.has(band)) faults.push({ code: CalibrationErrors.quotaDuplicateBand, details: { band } });
    if (!Number.isInteger(shareBp) || shareBp < 0 || shareBp > 10_000) faults.push({ code: CalibrationErrors.quotaShareOutOfRange, details: { band, shareBp } });
    seen.add(band);
  }
  const requiredBp = sumBp(quotas, ['minimum', 'exact']);
  if (requiredBp > 10_000) faults.push({ code: CalibrationErrors.quotaMinimumsTooHigh, details: { requiredBp } });
  const allowedBp = sumBp(quotas, ['maximum', 'exact']);
  if (quotas.length > 0 && allBandsCapped(bands, quotas) && allowedBp < 10_000) {
    faults.push({ code: CalibrationErrors.quotaMaximumsTooLow, details: { allowedBp } });
  }
  return faults;
}
