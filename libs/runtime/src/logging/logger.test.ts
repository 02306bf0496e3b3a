import { expect, test } from '@jest/globals';
import { createLogger } from './index.js';

function capture() {
  const lines: string[] = [];
  return { lines, logger: createLogger('test', 'info', { write: (line: string) => void lines.push(line) }) };
}

test('personal fields are redacted at any of three levels', () => {
  const { lines, logger } = capture();
  logger.info({ email: 'a@b.c', employee: { name: 'Wang', id: 'e1' }, answer: { review: { score: 91 } } }, 'done');
  // A bare number could stand in the time stamp of the line by chance.
  expect(lines.join()).not.toMatch(/a@b\.c|Wang|"score":91/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ component: 'test', employee: { id: 'e1' } });
});

test('an error is logged with type, code and places, but without the values that its message quotes', () => {
  const { lines, logger } = capture();
  const cause = Object.assign(new Error('duplicate key value violates unique constraint "employees_email"'), { code: '23505', constraint: 'employees_email', detail: 'Key (email)=(li@x.cn) exists' });
  logger.error({ err: new Error('insert "Li Na" for li@x.cn failed', { cause }) }, 'failed');
  expect(lines.join()).not.toMatch(/Li Na|li@x\.cn/);
  const { err } = JSON.parse(lines[0] ?? '') as { err: { frames: string[]; cause: unknown } };
  expect(err.frames.length).toBeGreaterThan(0);
  expect(err.cause).toMatchObject({ code: '23505', constraint: 'employees_email' });
});
