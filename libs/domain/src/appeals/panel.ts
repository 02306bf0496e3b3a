import { AppealErrors } from '@fairmark/contracts/errors';

/** Who may not sit on a panel for one person, with the reason. Ids only. */
export interface PanelRelations {
  readonly employeeId: string;
  /** Everybody above the person: manager, next manager, up to the top. */
  readonly lineIds: readonly string[];
  /** Everybody below the person. */
  readonly reportIds: readonly string[];
  readonly scorerIds: readonly string[];
  readonly calibratorIds: readonly string[];
  readonly signerIds: readonly string[];
  /** Collaborators who gave input. */
  readonly inputIds: readonly string[];
  /** For the second level: everybody who sat on the first panel, replaced members included. */
  readonly earlierPanelIds: readonly string[];
}

export type ExclusionReason = 'self' | 'line' | 'report' | 'scorer' | 'calibrator' | 'signer' | 'input' | 'earlierPanel';

/**
 * Rule: excluded from a panel is everybody who scored, calibrated, signed off or gave input, the person's whole line, and the
 * person's own reports; on the second level also the people of the first.
 */
export function panelExclusions(relations: PanelRelations): Map<string, ExclusionReason> {
  const excluded = new Map<string, ExclusionReason>([[relations.employeeId, 'self']]);
  const add = (ids: readonly string[], reason: ExclusionReason): void => {
    for (const id of ids) if (!excluded.has(id)) excluded.set(id, reason);
  };
  add(relations.lineIds, 'line');
  add(relations.reportIds, 'report');
  add(relations.scorerIds, 'scorer');
  add(relations.calibratorIds, 'calibrator');
  add(relations.signerIds, 'signer');
  add(relations.inputIds, 'input');
  add(relations.earlierPanelIds, 'earlierPanel');
  return excluded;
}

export type PanelChoice =
  | { readonly ok: true; readonly memberIds: readonly string[]; readonly alternateIds: readonly string[] }
  | { readonly ok: false; readonly code: typeof AppealErrors.panelTooSmall | typeof AppealErrors.panelSize; readonly details: { readonly eligible: number; readonly needed: number } };

/** 32-bit FNV-1a with a final mix: spreads ids evenly, the same on every machine. */
function position(seed: string, id: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed}/${id}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * Draws a panel: the same seed, pool and exclusions always give the same people, whatever the order of the pool.
 * All further eligible people are alternates in the order in which they step in; at least one is needed.
 * @param pool active people who may sit on panels
 * @param size 3 or 5
 * @param seed for instance the appeal's id and level
 */
export function panelFor(pool: readonly string[], excluded: ReadonlyMap<string, unknown> | ReadonlySet<string>, size: number, seed: string): PanelChoice {
  const eligible = [...new Set(pool)].filter((id) => !excluded.has(id));
  const details = { eligible: eligible.length, needed: size + 1 };
  if (size !== 3 && size !== 5) return { ok: false, code: AppealErrors.panelSize, details };
  if (eligible.length < size + 1) return { ok: false, code: AppealErrors.panelTooSmall, details };
  const drawn = eligible.map((id) => ({ id, at: position(seed, id) })).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  return { ok: true, memberIds: drawn.slice(0, size), alternateIds: drawn.slice(size) };
}

/** Whether a panel of `size` plus one alternate can be found. */
export function panelPossible(pool: readonly string[], excluded: ReadonlyMap<string, unknown>, size: number): boolean {
  let found = 0;
  for (const id of pool) {
    if (!excluded.has(id)) found += 1;
    if (found > size) return true;
  }
  return false;
}
