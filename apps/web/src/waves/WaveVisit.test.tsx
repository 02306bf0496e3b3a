import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import type { VisitView } from '@fairmark/contracts/inbox';
import { answerWith, onScreen, renderPage } from '../testing/renderPage.js';
import { WaveVisit } from './WaveVisit.js';

jest.setTimeout(30_000);
beforeEach(() => onScreen(390));
afterEach(cleanup);

const visit = (step: string, actions: string[]) => ({ id: 'v', step, actions }) as unknown as VisitView;

test.each([['preparation', 'begin', '启动本批次'], ['mobilisation', 'complete', '完成此步骤'], ['wavePause', 'resume', '继续']])('%s offers its one decision', async (step, action, text) => {
  answerWith({});
  await renderPage(<WaveVisit visit={visit(step, [action])} />);
  expect(await screen.findByText(text)).toBeTruthy();
});

test('who is not asked is offered nothing', async () => {
  answerWith({});
  await renderPage(<WaveVisit visit={visit('preparation', [])} />);
  expect(screen.queryByRole('button')).toBeNull();
});
