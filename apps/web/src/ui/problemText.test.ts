import { beforeAll, expect, test } from '@jest/globals';
import i18next from 'i18next';
import { Problem } from '../api/problem.js';
import { startI18n } from '../i18n/index.js';
import { problemText } from './problemText.js';

beforeAll(() => void startI18n('en'));

test('the end of a substitution names who has the task now, where the answer says it', () => {
  const told = (details: Record<string, unknown>) => problemText(i18next.t, new Problem({ status: 409, code: 'DELEGATION.ENDED', details }));
  expect(told({ heldBy: [{ id: '1', name: '王经理', nameEn: 'Wang' }, { id: '2', name: '赵总', nameEn: null }] })).toMatch(/Wang.*赵总/);
  expect(told({ heldBy: [] })).toBe(i18next.t('problems:DELEGATION.ENDED'));
});
