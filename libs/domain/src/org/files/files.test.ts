import { describe, expect, it } from '@jest/globals';
import { OrgErrors } from '@fairmark/contracts/errors';
import { planOrgImport } from '../importing/plan.js';
import { file, today } from '../importing/test-files.js';
import { emptySnapshot } from '../snapshot.js';
import { columnsOf, errorCsv, errorText, fileKinds, guessFileKind, matchHeader } from './index.js';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const errorsOf = (upload: ReturnType<typeof file>) => planOrgImport(emptySnapshot(), [upload], { today }).errors;

describe('headers', () => {
  it('are known by English key, Chinese name and usual spellings', () => {
    for (const kind of fileKinds) {
      for (const header of [columnsOf(kind).map((column) => column.key), columnsOf(kind).map((column) => column.zh)]) {
        const match = matchHeader(kind, header);
        expect(match.errors).toEqual([]);
        expect([...match.positions.keys()]).toEqual(columnsOf(kind).map((column) => column.key));
      }
    }
    expect([...matchHeader('employees', ['Employee No', 'Full name', 'E-Mail', 'Time Zone', 'Language', 'Region', 'Hire date', 'Last day']).positions.keys()]).toEqual([
      'number', 'name', 'email', 'zone', 'locale', 'region', 'hired_on', 'left_on',
    ]);
  });

  it('refuse a column given twice', () => {
    expect(matchHeader('positions', ['code', '岗位编码', 'name']).errors).toEqual([{ file: 'positions', row: 1, column: 'code', code: 'ORG.DUPLICATE_COLUMN', details: {} }]);
  });

  it('tell the kind of a file by its name or columns', () => {
    expect(guessFileKind('2026 Employees.csv', [])).toBe('employees');
    expect(guessFileKind('社群清单.csv', [])).toBe('communities');
    for (const kind of fileKinds) expect(guessFileKind('upload.csv', columnsOf(kind).map((column) => column.zh))).toBe(kind);
    expect(guessFileKind('upload.csv', ['a', 'b'])).toBeNull();
  });
});

describe('the returned file', () => {
  it('names every refusal in its row and can be uploaded again', () => {
    const upload = file('positions', 'code;name\nP1;=名\n;二\nP1;三\n');
    const returned = errorCsv(upload, errorsOf(upload), 'en');
    expect(text(returned)).toBe('code;name;error\r\nP1;\'=名;\r\n;二;code: must not be empty\r\nP1;三;"code: code occurs twice (code=P1, firstRow=2)"\r\n');
    const corrected = { kind: upload.kind, bytes: new TextEncoder().encode(text(returned).replace('\r\n;二', '\r\nP2;二').replace('P1;三', 'P3;三')) };
    expect(errorsOf(corrected)).toEqual([]);
    expect(text(errorCsv(corrected, []))).toContain('code;name;error\r\nP1');
  });

  it('shows faults of the header beside the first row, in the language of the file', () => {
    const upload = file('positions', '岗位编码,薪资\nP1,1\n');
    expect(text(errorCsv(upload, errorsOf(upload)))).toBe('岗位编码,薪资,错误\r\nP1,1,"薪资: 未知列; 岗位名称: 缺少列"\r\n');
  });

  it('lists the refusals of a file that is no table', () => {
    const upload = { kind: 'positions' as const, bytes: new Uint8Array([0xff, 0, 0x81, 0xff]) };
    expect(text(errorCsv(upload, errorsOf(upload), 'en'))).toBe('error\r\nnot a text file in UTF-8 or GB18030\r\n');
  });

  it('has words for every code in both languages', () => {
    for (const code of Object.values(OrgErrors)) {
      const error = { file: 'employees', row: 2, column: null, code, details: {} };
      expect(errorText(error, 'en')).toMatch(/^[a-zA-Z]/);
      expect(errorText(error, 'zh-CN')).toMatch(/\p{Script=Han}/u);
    }
  });
});
