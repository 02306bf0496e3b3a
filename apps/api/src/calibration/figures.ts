import type { CalibrationView } from '@fairmark/contracts/calibration';
import { checkSignOff, compareManagers, distribution, evaluateQuotas, type ScoredPerson } from '@fairmark/domain/calibration';
import { localDateOf } from '@fairmark/domain/calendar';
import { quotaScope, type CalibrationSession, type QuotaScope, type SessionSubject, type SubjectDetail } from '@fairmark/persistence/calibration';
import { calendarOf } from '@fairmark/persistence/calendar';
import { sql, type Executor } from '@fairmark/persistence/database';
import type { DepartmentRef } from '@fairmark/contracts/common';

type Figures = Pick<CalibrationView, 'distribution' | 'distributionAfterAppeals' | 'quotas' | 'group' | 'managers' | 'problems'>;

interface Shown {
  session: CalibrationSession;
  all: readonly SessionSubject[];
  subjects: readonly SessionSubject[];
}

/** Distribution, quotas, strict and lenient managers of the people that are shown. With people hidden there are no quotas: they would tell what is hidden. */
export async function figuresOf(read: Executor, { session, all, subjects }: Shown, details: ReadonlyMap<string, SubjectDetail>, now: string): Promise<Figures> {
  const bands = session.plan.bands.map((band) => band.code);
  const everybody = subjects.length === all.length;
  const scope = everybody ? await quotaScope(read, session, all) : null;
  const { group, managers } = compareManagers(scoredPeople(subjects, details));
  const after = subjects.map((subject) => ({ ...subject, band: subject.currentBand }));
  return {
    distribution: mutable(distribution(bands, subjects)),
    distributionAfterAppeals: session.state === 'signedOff' ? mutable(distribution(bands, after)) : null,
    quotas: scope && (await quotasOf(read, session, all, scope)),
    group,
    managers: managers.flatMap(({ managerId, flags, ...figures }) => {
      const manager = [...details.values()].find((detail) => detail.manager?.id === managerId)?.manager;
      return manager ? [{ manager, ...figures, flags: [...flags] }] : [];
    }),
    problems: scope && session.state !== 'signedOff' ? await problemsOf(read, session, all, scope, now) : null,
  };
}

/** Scored people as managers and outliers are compared; shadow people are compared too. */
export function scoredPeople(subjects: readonly SessionSubject[], details: ReadonlyMap<string, SubjectDetail>): ScoredPerson[] {
  return subjects.flatMap(({ reviewId, employeeId, managerId, standing, totalCenti, band }) =>
    standing === 'scored' && totalCenti !== null && band !== null ? [{ employeeId, managerId: managerId ?? '', totalCenti, band, previousBand: details.get(reviewId)?.history[0]?.band ?? null }] : [],
  );
}

async function quotasOf(read: Executor, { plan }: CalibrationSession, all: readonly SessionSubject[], { groups, others }: QuotaScope): Promise<NonNullable<Figures['quotas']>> {
  const bands = plan.bands.map((band) => band.code);
  const names = await read.all(sql<DepartmentRef>`select id, name, name_en as "nameEn" from departments where id = any(${groups.map((group) => group.departmentId)}::uuid[])`);
  return groups.flatMap(({ departmentId, memberIds }) => {
    const members = new Set(memberIds);
    const { applies, rated, met, lines } = evaluateQuotas(plan.quotas.mode, bands, plan.quotas.quotas, [...all, ...others].filter((person) => members.has(person.employeeId)), plan.quotas.smallestGroup);
    const department = names.find((name) => name.id === departmentId);
    return department ? [{ department, applies, rated, met, lines: [...lines] }] : [];
  });
}

async function problemsOf(read: Executor, session: CalibrationSession, all: readonly SessionSubject[], { groups, others }: QuotaScope, now: string): Promise<NonNullable<Figures['problems']>> {
  const { zone } = await calendarOf(read, session.chairId);
  const { mode, quotas, smallestGroup } = session.plan.quotas;
  const check = checkSignOff({
    people: all, others, bands: session.plan.bands.map((band) => band.code), quotaMode: mode, quotas, smallestGroup, groups: groups.filter((group) => group.complete), explanation: session.explanation, today: localDateOf(now, zone),
  });
  return check.problems.map((problem) => ({ ...problem, details: { ...problem.details } }));
}

const mutable = ({ bands, ...figures }: ReturnType<typeof distribution>): Figures['distribution'] => ({ ...figures, bands: [...bands] });
