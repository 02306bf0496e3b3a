import type { OrgFileKind } from '@fairmark/contracts/org';

/** A column of a file: its key, which is the English header, the Chinese header, other spellings, and the example of the template. */
export type Column = {
  key: ColumnKey;
  zh: string;
  aliases: readonly string[];
  /** Without this column the file is refused. */
  required: boolean;
  /** Example cell of the template, English and Chinese. The examples of all files fit together and can be imported as one set. */
  example: readonly [en: string, zh: string];
};

/** Keys of all columns of all files. */
export type ColumnKey =
  | 'code' | 'name' | 'name_en' | 'parent_code' | 'head_number' | 'country' | 'number' | 'email' | 'zone' | 'locale' | 'region'
  | 'private_address' | 'department' | 'position' | 'manager_number' | 'hired_on' | 'left_on' | 'effective_date' | 'employee_number'
  | 'kind' | 'from' | 'to' | 'type' | 'stage' | 'active_users' | 'depends_on' | 'community_code' | 'share';

function column(key: ColumnKey, zh: string, example: string | readonly [string, string], aliases: readonly string[] = [], required = false): Column {
  return { key, zh, aliases, required, example: typeof example === 'string' ? [example, example] : example };
}

const required = true;
const effective = column('effective_date', '生效日期', '2026-01-01', ['effective from', '生效日']);
const english = (example: string) => column('name_en', '英文名称', example, ['english name', '英文名', '英文姓名']);
const country = column('country', '国家', 'CN', ['country code', '国家代码', '国家/地区']);

const columns: Readonly<Record<OrgFileKind, readonly Column[]>> = {
  departments: [
    column('code', '部门编码', 'D-OPS', ['department code', '部门代码', '编码'], required),
    column('name', '部门名称', ['Community operations', '社群运营部'], ['department name', '名称', '部门'], required),
    english('Community operations'),
    column('parent_code', '上级部门编码', '', ['parent', 'parent department', '上级部门']),
    column('head_number', '负责人工号', 'E0010', ['head', 'department head', '部门负责人', '负责人']),
    country,
  ],
  positions: [
    column('code', '岗位编码', 'P-OPERATOR', ['position code', '岗位代码', '编码'], required),
    column('name', '岗位名称', ['Community operator', '社群运营专员'], ['position name', '名称', '岗位'], required),
    english('Community operator'),
  ],
  employees: [
    column('number', '工号', 'E0010', ['employee number', 'employee no', '员工编号', '员工工号'], required),
    column('name', '姓名', ['Wang Xiaoming', '王小明'], ['employee name', 'full name', '员工姓名'], required),
    english('Wang Xiaoming'),
    column('email', '邮箱', 'wang.xiaoming@fairmark.example', ['e-mail', 'mail', 'e-mail address', '电子邮箱', '电子邮件', '邮件'], required),
    column('zone', '时区', 'Asia/Shanghai', ['time zone', 'timezone'], required),
    column('locale', '语言', 'zh-CN', ['language', '界面语言'], required),
    column('region', '区域', ['APAC', '亚太'], ['地区', '大区'], required),
    country,
    column('private_address', '私人邮箱', 'xiaoming@home.example', ['private e-mail', 'private email', '私人地址', '个人邮箱']),
    column('department', '部门编码', 'D-OPS', ['department code', '部门', '所属部门']),
    column('position', '岗位编码', 'P-OPERATOR', ['position code', '岗位', '职位']),
    column('manager_number', '上级工号', '', ['manager', 'manager no', '直属上级工号', '直属上级', '上级']),
    column('hired_on', '入职日期', '2024-03-01', ['hire date', 'hired', '入职日'], required),
    column('left_on', '离职日期', '', ['leaving date', 'last day', '离职日', '最后工作日']),
    effective,
  ],
  leaves: [
    column('employee_number', '工号', 'E0010', ['number', 'employee no', '员工编号', '员工工号'], required),
    column('kind', '休假类型', ['leave', '休假'], ['type', 'leave type', '类型']),
    column('from', '开始日期', '2026-05-04', ['start', 'start date', '开始'], required),
    column('to', '结束日期', '2026-05-22', ['end', 'end date', '结束'], required),
  ],
  communities: [
    column('code', '社群编码', 'C-001', ['community code', '社群代码', '编码'], required),
    column('name', '社群名称', ['Gardening tips', '园艺知识群'], ['community name', '名称', '社群'], required),
    english('Gardening tips'),
    column('type', '社群类型', ['content', '内容型'], ['community type', '类型'], required),
    column('stage', '发展阶段', ['growth', '成长期'], ['阶段'], required),
    column('region', '区域', ['APAC', '亚太'], ['地区', '大区'], required),
    column('active_users', '活跃用户数', '1200', ['active user count', '活跃用户']),
    column('depends_on', '依赖部门', 'D-OPS', ['departments depended on', '协作部门', '依赖部门编码']),
    effective,
  ],
  assignments: [
    column('employee_number', '工号', 'E0010', ['number', 'employee no', '员工编号', '员工工号'], required),
    column('community_code', '社群编码', 'C-001', ['community', '社群', '社群代码'], required),
    column('share', '占比', '', ['share %', 'share percent', '份额', '占比%', '权重'], false),
    column('from', '开始日期', '2026-01-01', ['start', 'start date', '开始'], required),
    column('to', '结束日期', '', ['end', 'end date', '结束']),
  ],
};

/** The kinds of file of one organisation file set, in the order of their dependence. */
export const fileKinds: readonly OrgFileKind[] = ['departments', 'positions', 'employees', 'leaves', 'communities', 'assignments'];

/** The columns of a kind of file in the order of its template. */
export function columnsOf(kind: OrgFileKind): readonly Column[] {
  return columns[kind];
}
