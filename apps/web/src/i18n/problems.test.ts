import { expect, test } from '@jest/globals';
import * as errors from '@fairmark/contracts/errors';
import { resources } from './resources.js';

const codes = [...new Set(Object.values(errors).flatMap((group) => Object.values(group as Record<string, string>)))].filter((code) => /^[A-Z_]+\.[A-Z_]+$/.test(code)).sort();

const textOf = (code: string): unknown => code.split('.').reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined), resources['zh-CN'].problems);

test('every error code has a text', () => {
  expect(codes.length).toBeGreaterThan(200);
  expect(codes.filter((code) => typeof textOf(code) !== 'string')).toEqual([]);
});
