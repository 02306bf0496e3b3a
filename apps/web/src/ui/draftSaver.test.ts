import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { DraftSaver, type DraftState } from './draftSaver.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('a newer text waits until the older one has arrived', async () => {
  const sent: string[] = [];
  const answers: (() => void)[] = [];
  const states: DraftState[] = [];
  const saver = new DraftSaver<{ text: string }>(({ text }) => new Promise<void>((resolve) => { sent.push(text); answers.push(resolve); }), (state) => states.push(state));
  saver.save({ text: 'first' });
  await jest.advanceTimersByTimeAsync(1_000);
  saver.save({ text: 'second' });
  await jest.advanceTimersByTimeAsync(1_000);
  expect(sent).toEqual(['first']);
  answers[0]?.();
  await jest.advanceTimersByTimeAsync(0);
  expect(sent).toEqual(['first', 'second']);
  answers[1]?.();
  await jest.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toBe('saved');
});

test('what failed is tried again while the page is open, and no more after it was left', async () => {
  let tries = 0;
  const saver = new DraftSaver<{ text: string }>(() => { tries += 1; return Promise.reject(new Error('away')); }, () => undefined);
  saver.save({ text: 'a' });
  await jest.advanceTimersByTimeAsync(7_000);
  expect(tries).toBe(2);
  saver.leave();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(tries).toBe(3);
});
