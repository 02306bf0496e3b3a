// A made-up organisation of any size as CSV files, for measuring only: names repeat and nobody reads them.

const communitiesPerOperator = 5;
const managerSpan = 8;

const number = (index) => `E${String(index).padStart(6, '0')}`;

/** @param {number} people @returns {{ name: string, bytes: Uint8Array }[]} */
export function organisationFiles(people) {
  const departments = Math.ceil(people / 50);
  const communities = Math.ceil(people / communitiesPerOperator);
  const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index));
  const file = (name, header, rows) => ({ name: `${name}.csv`, bytes: new TextEncoder().encode([header, ...rows].join('\n')) });
  return [
    file('departments', 'code,name,name_en,parent_code,head_number', lines(departments, (i) => `D${i},部门${i},Department ${i},${i === 0 ? '' : `D${Math.floor((i - 1) / 6)}`},${number(i)}`)),
    file('positions', 'code,name', lines(20, (i) => `P${i},岗位${i}`)),
    file('employees', 'number,name,name_en,email,zone,locale,region,department,position,manager_number,hired_on', lines(people, (i) => [
      number(i), `员工${i}`, `Employee ${i}`, `${number(i)}@fairmark.example`, i % 3 ? 'Asia/Shanghai' : 'Europe/Berlin', i % 3 ? 'zh-CN' : 'en', i % 3 ? 'APAC' : 'EU',
      `D${i % departments}`, `P${i % 20}`, i === 0 ? '' : number(Math.floor((i - 1) / managerSpan)), '2020-01-01',
    ].join(','))),
    file('communities', 'code,name,type,stage,region,active_users,depends_on', lines(communities, (i) => `C${i},社群${i},${['content', 'transaction', 'service'][i % 3]},growth,APAC,${i},D0`)),
    file('assignments', 'employee_number,community_code,from', lines(communities, (i) => `${number(i * communitiesPerOperator)},C${i},2026-01-01`)),
  ];
}

/** Data rows of a set of files. */
export function rowsOf(files) {
  return files.reduce((sum, file) => sum + new TextDecoder().decode(file.bytes).split('\n').length - 1, 0);
}
