import { describe, expect, test } from '@jest/globals';
import { resources } from './resources.js';

/** Words that are the same in both languages. */
const UNTRANSLATED = new Set(['Fairmark', 'HR', 'CSV', 'JSON', 'PDCA', 'OK', 'English']);

type Texts = { [key: string]: string | Texts };

function flatten(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flatten(value, `${prefix}${key}.`)));
}

const zh = new Map(flatten(resources['zh-CN'] as unknown as Texts));
const en = new Map(flatten(resources.en as unknown as Texts));
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? '').sort();
/** Plural forms exist in English only. */
const stem = (key: string): string => key.replace(/_(one|other)$/, '');

describe('texts', () => {
  test('every key exists in both languages', () => {
    const stems = (map: Map<string, string>): string[] => [...new Set([...map.keys()].map(stem))].sort();
    expect(stems(zh)).toEqual(stems(en));
  });

  test('every Chinese text has Chinese characters', () => {
    const without = [...zh].filter(([, text]) => !/\p{Script=Han}/u.test(text.replace(/\{\{.*?\}\}/g, '')) && !UNTRANSLATED.has(text) && !/^[\p{P}\p{S}\s\d]*(\{\{.*?\}\}[\p{P}\p{S}\s\d%]*)*$/u.test(text));
    expect(without).toEqual([]);
  });

  test('no English text has Chinese characters', () => {
    const allowed = new Set(['common.language.zh-CN']);
    expect([...en].filter(([key, text]) => /\p{Script=Han}/u.test(text) && !allowed.has(key))).toEqual([]);
  });

  test('both languages fill the same placeholders', () => {
    const differing = [...zh].filter(([key, text]) => {
      const english = en.get(key) ?? en.get(`${key}_other`);
      return english !== undefined && placeholders(text).join() !== placeholders(english).join();
    });
    expect(differing).toEqual([]);
  });
});
