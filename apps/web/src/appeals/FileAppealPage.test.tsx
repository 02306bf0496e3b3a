import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { useLocation } from '@tanstack/react-router';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { answerWith, onScreen, renderPage } from '../testing/renderPage.js';
import { FileAppealPage } from './FileAppealPage.js';

jest.setTimeout(60_000);
beforeEach(() => onScreen(390));
afterEach(cleanup);

const APPEAL = '66666666-6666-4666-8666-666666666666';
const open = { reviewId: APPEAL, visitId: APPEAL, refusal: null, endsAt: null, items: [{ item: { kind: 'indicatorData', key: 'a' }, name: null, value: null, grounds: ['dataWrong'] }] };

function Where() {
  return <output>{useLocation().pathname}</output>;
}

test('leads to the case although the page hears that nothing is left to contest before its own answer comes', async () => {
  let filed = false;
  let answer: (applied: unknown) => void = () => undefined;
  answerWith({
    'GET /reviews/undefined/appealable': () => (filed ? { ...open, visitId: null, endsAt: null } : open),
    'GET /reviews/undefined/papers': { papers: [] },
    [`GET /drafts/visit/${APPEAL}`]: { body: { items: [{ item: 'indicatorData/a', ground: 'dataWrong', text: '与周报不符' }] } },
    [`POST /visits/${APPEAL}/appeal`]: () => {
      filed = true;
      return new Promise((resolve) => (answer = resolve));
    },
  });
  await renderPage(<><FileAppealPage /><Where /></>);
  fireEvent.click(await screen.findByText('提交申诉', { selector: 'button *' }));
  await waitFor(() => expect(filed).toBe(true));
  window.dispatchEvent(new Event('visibilitychange'));
  await screen.findByText('目前没有可以申诉的结果。');
  answer({ status: 'applied', outcome: 'appealed', details: { appealId: APPEAL } });
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe(`/appeals/${APPEAL}`));
});
