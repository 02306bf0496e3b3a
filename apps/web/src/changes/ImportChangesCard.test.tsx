import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { answerWith, onScreen, renderPage } from '../testing/renderPage.js';
import { ImportChangesCard } from './ImportChangesCard.js';

jest.setTimeout(60_000);
beforeEach(() => onScreen(390));
afterEach(cleanup);

const changes = { changes: 1, people: 2, tasks: 3, byKind: { managerChanged: 1 }, lines: [{ kind: 'managerChanged', subject: 'E0031', from: 'E0019', to: 'E0002', effectiveOn: '2026-11-25', tasks: 3 }] };

test('an import says before it is written which open tasks it concerns', async () => {
  answerWith({ 'GET /org/imports/i1/changes': changes });
  await renderPage(<ImportChangesCard importId="i1" ready />);
  expect(await screen.findByText('涉及 2 人、3 项待办')).toBeTruthy();
  expect(screen.getByText('主管变更 · E0031')).toBeTruthy();
  expect(screen.getByText('E0019 → E0002')).toBeTruthy();
});

test('says nothing to whom it is not shown, and asks nothing before the dry run is over', async () => {
  const asked = answerWith({ 'GET /org/imports/i1/changes': { status: 403, code: 'ACCESS.DENIED' } });
  await renderPage(<><ImportChangesCard importId="i1" ready /><ImportChangesCard importId="i2" ready={false} /></>);
  await waitFor(() => expect(asked.some((one) => one.path === '/org/imports/i1/changes')).toBe(true));
  expect(screen.queryByText('对进行中流程的影响')).toBeNull();
  expect(asked.some((one) => one.path.includes('i2'))).toBe(false);
});
