import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const sources = path.join(import.meta.dirname, '..');
const screens = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'));

test('no screen writes the signs of one language into the texts of both', () => {
  expect(screens.length).toBeGreaterThan(80);
  expect(screens.filter((file) => /[：（），；]/.test(readFileSync(path.join(sources, file), 'utf8')))).toEqual([]);
});
