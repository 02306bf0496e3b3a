import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fileKinds } from '../files/columns.js';
import { exportFiles } from '../files/export.js';
import { template } from '../files/template.js';
import { emptySnapshot, type OrgSnapshot } from '../snapshot.js';
import { applyChanges } from './apply.js';
import { base, employees, file, organisation, plan, refusals, today, type ShortRow } from './test-files.js';

const numbers = ['E1', 'E2', 'E3', 'E4', 'E5'];
const date = fc.constantFrom('', '2021-01-01', '2023-05-01', '2025-12-31', '2026-06-01', '2026-09-01');
const hired = fc.constantFrom('2020-01-01', '2022-03-01');
const left = fc.constantFrom('', '', '', '2026-05-31', '2027-01-31');

/** An employees file in which everybody's manager has a smaller number, so that most are accepted. */
const peopleFile = fc
  .uniqueArray(fc.tuple(fc.nat(4), fc.nat(4), hired, left, date), { minLength: 1, maxLength: 8, selector: ([person, , , , effective]) => `${person}${effective}` })
  .map((rows) => employees(...rows.map(([person, boss, first, last, effective]): ShortRow =>
    [numbers[person] ?? 'E1', boss < person ? numbers[boss] : '', first, last, effective])));

const assignmentsFile = fc
  .uniqueArray(fc.tuple(fc.nat(4), fc.constantFrom('C1', 'C2'), fc.constantFrom('2022-03-01', '2026-01-01'), date), { maxLength: 6, selector: ([person, community]) => `${person}${community}` })
  .map((rows) => file('assignments', ['employee_number,community_code,from,to', ...rows.map(([person, community, from, to]) => `${numbers[person]},${community},${from},${to}`)].join('\n')));

const communities = file('communities', 'code,name,type,stage,region\nC1,=群,content,base,APAC\nC2,群,service,growth,EU\n');

function applied(snapshot: OrgSnapshot, files: Parameters<typeof plan>[1]): boolean {
  const result = plan(snapshot, files);
  applyChanges(snapshot, result.changes);
  return result.ok;
}

function overlaps(rows: readonly { validFrom: string; validTo: string | null }[]): boolean {
  return rows.some((row, index) => rows.some((other, at) => at > index && (row.validTo === null || other.validFrom < row.validTo)));
}

describe('importing again', () => {
  it('changes nothing, and rows never overlap, whatever was imported before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(peopleFile, assignmentsFile), { minLength: 1, maxLength: 3 }), (sets) => {
        const snapshot = organisation([...base, communities]);
        for (const [people, assignments] of sets) {
          const files = [people, assignments];
          if (!applied(snapshot, files)) continue;
          expect(plan(snapshot, files).changes).toEqual([]);
          for (const person of snapshot.employees.values()) {
            for (const rows of [person.managers, person.departments, person.positions]) expect(overlaps(rows)).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of an export changes nothing, in both languages', () => {
    fc.assert(
      fc.property(fc.array(peopleFile, { minLength: 1, maxLength: 3 }), assignmentsFile, fc.constantFrom('zh-CN' as const, 'en' as const), (uploads, assignments, locale) => {
        const snapshot = organisation([...base, communities]);
        for (const people of uploads) applied(snapshot, [people]);
        applied(snapshot, [assignments]);
        const files = [...exportFiles(snapshot, locale, today)].map(([kind, bytes]) => ({ kind, bytes }));
        const again = plan(snapshot, files);
        expect([refusals(again).filter((text) => !text.includes('MANAGER_LEFT')), again.changes]).toEqual([[], []]);
      }),
      { numRuns: 200 },
    );
  });

  it('of an export into an empty organisation brings everybody back', () => {
    const snapshot = organisation([...base, communities, employees(['E1'], ['E2', 'E1']), file('assignments', 'employee_number,community_code,share,from\nE2,C1,60,2026-01-01\nE2,C2,40,2026-01-01\n')],
      [employees(['E2', '', '2020-01-01', '', '2025-01-01'])]);
    const copy = emptySnapshot();
    applied(copy, [...exportFiles(snapshot, 'zh-CN', today)].map(([kind, bytes]) => ({ kind, bytes })));
    expect(copy).toEqual(snapshot);
  });
});

describe('templates', () => {
  it.each(['zh-CN', 'en'] as const)('in %s fit together and import as one set', (locale) => {
    const files = fileKinds.map((kind) => ({ kind, bytes: template(kind, locale) }));
    const snapshot = organisation(files);
    expect(snapshot.employees.get('E0010')?.assignments).toEqual([{ communityCode: 'C-001', shareBp: null, validFrom: '2026-01-01', validTo: null }]);
    expect(plan(snapshot, files).changes).toEqual([]);
  });
});
