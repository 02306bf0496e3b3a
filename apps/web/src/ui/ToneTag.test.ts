import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { TONES } from './ToneTag.js';

/** Relative luminance of a colour `#rrggbb`, as the accessibility guidelines count it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test.each(Object.entries(TONES))('the words of a tag %s stand out from it', (_, { background, color }) => {
  const [light, dark] = [luminance(background), luminance(color)];
  expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
});

test('no tag takes a colour of the library, which is too light for its words', () => {
  const root = path.resolve(__dirname, '..');
  const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  expect(pages.length).toBeGreaterThan(100);
  expect(pages.filter((file) => /<Tag\b[^>]*\bcolor=/.test(readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
});
