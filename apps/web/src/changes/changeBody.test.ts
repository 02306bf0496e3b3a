import { describe, expect, test } from '@jest/globals';
import { ChangeKind, OrganisationChange } from '@fairmark/contracts/changes';
import { changeBody, FIELDS, optional, type ChangeValues } from './changeBody.js';

const ID = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const all: Omit<ChangeValues, 'kind'> = { employee: [ID], manager: [OTHER], successor: [OTHER], departmentId: ID, intoDepartmentId: OTHER, people: [ID], name: ' 运营部 ', nameEn: '', leaveKind: 'sick', effectiveOn: '2026-12-01', until: '2026-12-08', reason: ' 调整 ' };
const only = (kind: ChangeKind, fields: readonly string[]): ChangeValues => ({ kind, effectiveOn: '2026-12-01', reason: '调整', ...Object.fromEntries(Object.entries(all).filter(([field]) => fields.includes(field))) }) as ChangeValues;

describe('the request of a change', () => {
  test.each(ChangeKind.options)('%s is complete with every field that its form asks for', (kind) => {
    expect(OrganisationChange.safeParse(changeBody(only(kind, FIELDS[kind]))).success).toBe(true);
  });

  test.each(ChangeKind.options)('%s is complete without what may stay empty', (kind) => {
    expect(OrganisationChange.safeParse(changeBody(only(kind, FIELDS[kind].filter((field) => !optional(kind, field))))).success).toBe(true);
  });

  test('nobody is named where nobody was chosen', () => {
    expect(changeBody(only('left', ['employee']))).toEqual({ kind: 'left', employeeId: ID, successorId: null, effectiveOn: '2026-12-01', reason: '调整' });
    expect(changeBody({ ...all, kind: 'departmentRenamed' })).toEqual({ kind: 'departmentRenamed', departmentId: ID, name: '运营部', nameEn: null, effectiveOn: '2026-12-01', reason: '调整' });
  });
});
