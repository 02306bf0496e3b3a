import { OrgErrors, type OrgErrorCode } from '@fairmark/contracts/errors';
import { OrgFileKind, type AppLocale, type OrgImportError } from '@fairmark/contracts/org';
import { columnsOf } from './columns.js';

/** The refusal in words, for the column of the returned file; the web app words the same codes itself. */
export function errorText(error: OrgImportError, locale: AppLocale): string {
  const words = texts[error.code as OrgErrorCode]?.[locale === 'en' ? 0 : 1] ?? error.code;
  const details = Object.entries(error.details).map(([key, value]) => `${key}=${Array.isArray(value) ? value.join(' → ') : value}`);
  const place = error.column ? `${columnText(error.file, error.column, locale)}: ` : '';
  return `${place}${words}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
}

function columnText(file: string, key: string, locale: AppLocale): string {
  const kind = OrgFileKind.safeParse(file);
  const column = kind.success ? columnsOf(kind.data).find((candidate) => candidate.key === key) : undefined;
  return locale === 'zh-CN' && column ? column.zh : key;
}

const texts: Readonly<Record<OrgErrorCode, readonly [en: string, zh: string]>> = {
  [OrgErrors.encoding]: ['not a text file in UTF-8 or GB18030', '不是 UTF-8 或 GB18030 文本文件'],
  [OrgErrors.brokenCsv]: ['quotation marks are not closed', '引号未正确闭合'],
  [OrgErrors.emptyFile]: ['the file is empty', '文件为空'],
  [OrgErrors.unknownFile]: ['kind of file not recognised', '无法识别文件类型'],
  [OrgErrors.duplicateFile]: ['this kind of file was given twice', '同类文件重复上传'],
  [OrgErrors.unknownColumn]: ['unknown column', '未知列'],
  [OrgErrors.duplicateColumn]: ['column occurs twice', '列重复'],
  [OrgErrors.missingColumn]: ['column is missing', '缺少列'],
  [OrgErrors.extraCell]: ['more cells than columns', '单元格多于列数'],
  [OrgErrors.required]: ['must not be empty', '不能为空'],
  [OrgErrors.tooLong]: ['too long', '内容过长'],
  [OrgErrors.badCode]: ['not a valid number or code', '编号或编码格式不正确'],
  [OrgErrors.badDate]: ['not a date; write 2026-01-31', '日期无效，请写成 2026-01-31'],
  [OrgErrors.badEmail]: ['not an e-mail address', '邮箱格式不正确'],
  [OrgErrors.badNumber]: ['not a whole number', '不是整数'],
  [OrgErrors.badShare]: ['not a percentage from 0.01 to 100', '不是 0.01 到 100 的百分比'],
  [OrgErrors.badCountry]: ['not a two-letter country code', '不是两位国家代码'],
  [OrgErrors.unknownZone]: ['unknown time zone; write Asia/Shanghai', '未知时区，请写成 Asia/Shanghai'],
  [OrgErrors.unknownLocale]: ['unknown language; write zh-CN or en', '未知语言，请写 zh-CN 或 en'],
  [OrgErrors.unknownType]: ['unknown community type', '未知社群类型'],
  [OrgErrors.unknownStage]: ['unknown stage', '未知发展阶段'],
  [OrgErrors.unknownDepartment]: ['unknown department', '部门不存在'],
  [OrgErrors.unknownPosition]: ['unknown position', '岗位不存在'],
  [OrgErrors.unknownManager]: ['unknown manager', '上级不存在'],
  [OrgErrors.unknownEmployee]: ['unknown employee', '员工不存在'],
  [OrgErrors.unknownCommunity]: ['unknown community', '社群不存在'],
  [OrgErrors.unknownHead]: ['unknown head of department', '部门负责人不存在'],
  [OrgErrors.duplicateNumber]: ['number occurs twice', '工号重复'],
  [OrgErrors.duplicateCode]: ['code occurs twice', '编码重复'],
  [OrgErrors.duplicateEmail]: ['e-mail address belongs to somebody else', '邮箱已被他人使用'],
  [OrgErrors.duplicateRow]: ['row occurs twice', '行重复'],
  [OrgErrors.managerLoop]: ['managers form a circle', '上级关系形成循环'],
  [OrgErrors.managerLeft]: ['the manager has left', '上级已离职'],
  [OrgErrors.headLeft]: ['the head of department has left', '部门负责人已离职'],
  [OrgErrors.departmentLoop]: ['departments form a circle', '部门层级形成循环'],
  [OrgErrors.datesOutOfOrder]: ['the end is before the start', '结束日期早于开始日期'],
  [OrgErrors.outsideEmployment]: ['outside the time of employment', '不在任职期间内'],
  [OrgErrors.leaveOverlap]: ['overlaps another leave', '与其他休假重叠'],
  [OrgErrors.assignmentOverlap]: ['overlaps another assignment to the same community', '与同一社群的其他分配重叠'],
  [OrgErrors.shareSum]: ['shares of a day do not sum to 100 %', '同一天的占比之和不等于 100%'],
};
