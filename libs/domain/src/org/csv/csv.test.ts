import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { detectDelimiter, neutralise, readCsv, restore, writeCsv } from './index.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const cells = (bytes: Uint8Array) => {
  const table = readCsv(bytes);
  if (!table.ok) throw new Error(table.code);
  return table.records;
};

describe('reading CSV', () => {
  it('reads UTF-8 with and without mark, GB18030 and UTF-16 as the same cells', () => {
    const text = '工号,姓名\r\nE1,王小明𠮷\r\n';
    const expected = [['工号', '姓名'], ['E1', '王小明𠮷']];
    expect(cells(utf8(text))).toEqual(expected);
    expect(cells(utf8('\uFEFF' + text))).toEqual(expected);
    expect(cells(iconv.encode(text, 'gb18030'))).toEqual(expected);
    expect(cells(iconv.encode(text, 'utf-16le', { addBOM: true }))).toEqual(expected);
  });

  it('refuses bytes that are no text, and tells which row breaks the quoting', () => {
    expect(readCsv(new Uint8Array([0xff, 0x00, 0x81, 0xff]))).toEqual({ ok: false, code: 'ORG.ENCODING', row: 0 });
    expect(readCsv(utf8('a,b\n1,2\n"x"y,3\n'))).toEqual({ ok: false, code: 'ORG.BROKEN_CSV', row: 3 });
    expect(readCsv(utf8('\n\n'))).toEqual({ ok: false, code: 'ORG.EMPTY_FILE', row: 0 });
  });

  it('finds the delimiter outside quotes', () => {
    expect(detectDelimiter('"a,b,c";d\n1,2,3,4')).toBe(';');
    expect(detectDelimiter('a\tb')).toBe('\t');
    expect(detectDelimiter('only')).toBe(',');
  });

  it('keeps quoted line breaks in one cell and blank lines as rows', () => {
    expect(cells(utf8('a;b\n"one\r\ntwo";2\n\nx;y\n'))).toEqual([['a', 'b'], ['one\r\ntwo', '2'], [''], ['x', 'y']]);
  });
});

describe('writing CSV', () => {
  it('makes formula-looking cells harmless text', () => {
    expect(['=1+1', '+4', '-4', '@a', '\tx', '\rx', '＝1'].map(neutralise).every((cell) => cell.startsWith("'"))).toBe(true);
    expect(neutralise("O'Neil")).toBe("O'Neil");
  });

  it('starts with a byte order mark and quotes line breaks', () => {
    const bytes = writeCsv([['a'], ['x\ny']]);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe('a\r\n"x\ny"\r\n');
  });

  it('restores every text that was neutralised', () => {
    const text = fc.stringMatching(/^['=+\-@\t\r\na1 ]{0,6}$/);
    fc.assert(fc.property(text, (value) => restore(neutralise(value)) === value));
  });

  it('reads back what it wrote, whatever the cells and the delimiter', () => {
    const cell = fc.stringMatching(/^[a'"=+\-@\t\r\n,;中 ]{0,6}$/);
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 5 });
    fc.assert(
      fc.property(table, fc.constantFrom(',' as const, ';' as const, '\t' as const), (rows, delimiter) => {
        const records = [['h1', 'h2'], ...rows, ['end', 'end']];
        expect(cells(writeCsv(records, { delimiter }))).toEqual(records);
      }),
    );
  });
});
