import { addDays, emptySnapshot, type Department, type Employee, type LocalDate, type OrgSnapshot, type Position } from '@fairmark/domain/org';
import { assignCommunities, makeCommunities } from './communities.js';
import { Names } from './names.js';
import { sizesOf } from './sizes.js';
import { Staff, type Place } from './staff.js';

export { SMALLEST_COMPANY } from './sizes.js';

export interface CompanyOptions {
  seed: number;
  /** People who take part in reviews; the head of the company comes on top. */
  people: number;
  /** Day before which everybody was hired. */
  today: LocalDate;
}

/** The company, and who holds which stored role or sits on panels, by employee number; the first of each is the one shown to a newcomer. */
export interface SampleCompany {
  organisation: OrgSnapshot;
  roles: { admin: string[]; hr: string[]; sponsor: string[]; lead: string[] };
  panel: string[];
  managers: string[];
  employees: string[];
}

const positions: readonly Position[] = [
  { code: 'executive', name: '高管', nameEn: 'Executive' }, { code: 'department-head', name: '部门负责人', nameEn: 'Head of department' },
  { code: 'community-lead', name: '社群运营主管', nameEn: 'Community lead' }, { code: 'community-operator', name: '社群运营专员', nameEn: 'Community operator' },
  { code: 'hr-partner', name: '人力资源伙伴', nameEn: 'HR partner' }, { code: 'data-analyst', name: '数据分析师', nameEn: 'Data analyst' },
];

/** The country of a department is where its work is done; the first is the whole company. */
const departments: readonly (Omit<Department, 'parentCode' | 'headNumber'> & { place: Place })[] = [
  { code: 'hq', name: '总部', nameEn: 'Head office', country: 'CN', place: 'cn' },
  { code: 'ops-cn', name: '中国社群运营部', nameEn: 'Community operations China', country: 'CN', place: 'cn' },
  { code: 'ops-eu', name: '欧洲社群运营部', nameEn: 'Community operations Europe', country: 'DE', place: 'eu' },
  { code: 'hr', name: '人力资源部', nameEn: 'Human resources', country: 'CN', place: 'cn' },
  { code: 'data', name: '数据部', nameEn: 'Data', country: 'CN', place: 'cn' },
  { code: 'product', name: '产品部', nameEn: 'Product', country: 'CN', place: 'cn' },
  { code: 'marketing', name: '市场部', nameEn: 'Marketing', country: 'DE', place: 'eu' },
];

/** A company with four levels, two regions and communities of every type and stage. The same options always give the same company. */
export function generateCompany({ seed, people, today }: CompanyOptions): SampleCompany {
  const sizes = sizesOf(people);
  const names = new Names(seed);
  const staff = new Staff(names, today);
  const top = staff.hire({ place: 'cn', department: 'hq', position: 'executive', manager: null }).number;
  const heads = new Map(departments.slice(1).map(({ code, place }) => [code, staff.hire({ place, department: 'hq', position: 'department-head', manager: top }).number]));
  const head = (code: string): string => heads.get(code) ?? top;
  const several = (count: number, hire: (index: number) => Employee): Employee[] => Array.from({ length: count }, (_, index) => hire(index));
  const hr = several(sizes.hr, (i) => staff.hire({ place: i % 3 === 1 ? 'eu' : 'cn', department: 'hr', position: 'hr-partner', manager: head('hr') }));
  const analysts = several(sizes.analysts, (i) => {
    const department = ['data', 'product', 'data', 'marketing'][i % 4] as string;
    return staff.hire({ place: department === 'marketing' ? 'eu' : 'cn', department, position: 'data-analyst', manager: head(department) });
  });
  const place = (index: number): Place => (index % 3 === 2 ? 'eu' : 'cn');
  const leads = several(sizes.leads, (i) => staff.hire({ place: place(i), department: `ops-${place(i)}`, position: 'community-lead', manager: head(`ops-${place(i)}`) }));
  const operators = several(sizes.operators, (i) => {
    const lead = leads[i % leads.length] as Employee;
    return staff.hire({ place: place(leads.indexOf(lead)), department: `ops-${place(leads.indexOf(lead))}`, position: 'community-operator', manager: lead.number });
  });
  const communities = makeCommunities(sizes.communities, names, addDays(today, -7 * 365));
  // The last two operate no community yet: their sheet is that of the position.
  assignCommunities(communities, operators.slice(0, -2), today);
  history(operators, leads, today);
  const organisation: OrgSnapshot = {
    ...emptySnapshot(),
    departments: new Map(departments.map(({ place: _place, ...row }) => [row.code, { ...row, parentCode: row.code === 'hq' ? null : 'hq', headNumber: head(row.code) }])),
    positions: new Map(positions.map((position) => [position.code, position])),
    employees: staff.employees,
    communities,
  };
  const numbers = (list: readonly Employee[]): string[] => list.map((person) => person.number);
  const panel = [...numbers(analysts), ...numbers(leads), head('product'), head('marketing'), head('data')];
  return { organisation, roles: { admin: numbers(analysts.slice(2, 3)), hr: numbers(hr), sponsor: [top], lead: [head('product')] }, panel, managers: numbers(leads), employees: numbers(operators) };
}

/** What dated rows are for: somebody came from another manager a year ago, somebody is on leave soon, somebody joined two months ago. */
function history(operators: readonly Employee[], leads: readonly Employee[], today: LocalDate): void {
  const [moved, away] = operators.slice(-5);
  const former = leads.find((lead) => lead.region === moved?.region && lead.number !== moved?.managers[0]?.value);
  const [row] = moved?.managers ?? [];
  if (moved && row && former && moved.hiredOn < addDays(today, -370)) {
    const change = addDays(today, -200);
    moved.managers.splice(0, 1, { ...row, value: former.number, validTo: change }, { ...row, validFrom: change });
  }
  away?.leaves.push({ kind: 'annual', validFrom: addDays(today, 20), validTo: addDays(today, 27) });
}
