import type { Finding } from '@fairmark/contracts/cycles';
import { CycleErrors } from '@fairmark/contracts/errors';
import { panelExclusions, panelPossible } from '../appeals/index.js';
import type { PreflightInput, PreflightPerson } from './input.js';
import type { Lines } from './lines.js';

function managerFindings(person: PreflightPerson, lines: Lines): Finding[] {
  const { employeeId } = person;
  const managerId = lines.find(employeeId)?.managerId ?? null;
  const finding = (code: string, mend: Finding['mend']): Finding => ({ code, severity: 'blocking', employeeId, details: { managerId }, mend });
  if (managerId === null) return [finding(CycleErrors.noManager, 'assignManager')];
  if (managerId === employeeId) return [finding(CycleErrors.selfApproval, 'replaceManager')];
  return lines.find(managerId)?.active === true ? [] : [finding(CycleErrors.managerInactive, 'replaceManager')];
}

/** An approver who is the subject is skipped upwards; a finding only when nobody else is left. */
function approvalFindings(person: PreflightPerson, lines: Lines): Finding[] {
  const { employeeId } = person;
  return person.approvals.flatMap(({ node, approverIds }): Finding[] => {
    if (approverIds.some((id) => id !== employeeId && lines.find(id)?.active === true)) return [];
    const code = approverIds.includes(employeeId) ? CycleErrors.selfApproval : CycleErrors.noApprover;
    return [{ code, severity: 'blocking', employeeId, details: { node }, mend: 'assignApprover' }];
  });
}

function sheetFindings(person: PreflightPerson): Finding[] {
  const { employeeId, communities, hasPositionSheet } = person;
  if (communities.length === 0 && !hasPositionSheet) {
    return [{ code: CycleErrors.noCommunity, severity: 'blocking', employeeId, details: {}, mend: 'assignCommunity' }];
  }
  return communities
    .filter(({ hasSheet }) => !hasSheet)
    .map(({ communityId }) => ({ code: CycleErrors.noSheet, severity: 'blocking', employeeId, details: { communityId }, mend: 'addSheet' }));
}

/** People of the pool below each manager, found once from the side of the pool: the other way round costs people times pool. */
function poolBelow(pool: readonly string[], lines: Lines): Map<string, string[]> {
  const below = new Map<string, string[]>();
  for (const id of pool) {
    for (const manager of lines.above(id)) {
      const known = below.get(manager);
      if (known) known.push(id);
      else below.set(manager, [id]);
    }
  }
  return below;
}

function panelCheck(input: PreflightInput, lines: Lines): (person: PreflightPerson) => Finding[] {
  const pool = [...new Set(input.panel.poolIds)].filter((id) => lines.find(id)?.active === true);
  const below = poolBelow(pool, lines);
  const calibrators = new Map(input.calibrators.map((one) => [one.departmentId, one.memberIds]));
  return (person) => {
    const { employeeId } = person;
    const line = [...lines.above(employeeId)];
    const excluded = panelExclusions({
      employeeId,
      lineIds: line,
      reportIds: below.get(employeeId) ?? [],
      scorerIds: person.scorerIds,
      calibratorIds: calibrators.get(lines.find(employeeId)?.departmentId ?? '') ?? [],
      signerIds: [],
      inputIds: person.inputIds,
      earlierPanelIds: [],
    });
    if (panelPossible(pool, excluded, input.panel.size)) return [];
    const eligible = pool.filter((id) => !excluded.has(id)).length;
    return [{ code: CycleErrors.noPanel, severity: 'blocking', employeeId, details: { eligible, needed: input.panel.size + 1 }, mend: 'enlargePanelPool' }];
  };
}

function loopFindings(input: PreflightInput, lines: Lines): Finding[] {
  const touched = new Set(input.population.flatMap(({ employeeId }) => [employeeId, ...lines.above(employeeId)]));
  return lines.loops
    .filter((members) => members.some((id) => touched.has(id)))
    .map((members) => ({ code: CycleErrors.managerLoop, severity: 'blocking', employeeId: members[0], details: { employeeIds: members }, mend: 'breakManagerLoop' }));
}

function reportFindings(input: PreflightInput, lines: Lines): Finding[] {
  const counts = new Map<string, number>();
  for (const { employeeId } of input.population) {
    const managerId = lines.find(employeeId)?.managerId;
    if (managerId) counts.set(managerId, (counts.get(managerId) ?? 0) + 1);
  }
  const most = input.mostReports ?? 30;
  return [...counts]
    .filter(([, reports]) => reports > most)
    .map(([employeeId, reports]) => ({ code: CycleErrors.tooManyReports, severity: 'warning', employeeId, details: { reports, most }, mend: 'spreadReports' }));
}

/** Everything that concerns single people and the lines between them. */
export function peopleFindings(input: PreflightInput, lines: Lines): Finding[] {
  const panel = panelCheck(input, lines);
  const own = input.population.flatMap((person) => [
    ...managerFindings(person, lines), ...approvalFindings(person, lines), ...sheetFindings(person), ...panel(person),
  ]);
  return [...own, ...loopFindings(input, lines), ...reportFindings(input, lines)];
}
