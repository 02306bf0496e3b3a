import { personalPatterns } from '@fairmark/domain/cases';
import { sql, type Executor } from '../database/index.js';

/** What kind of personal data stands in which field; the text itself is not repeated. */
export interface PersonalFinding {
  field: string;
  kind: string;
}

/** Personal data in the fields of a case: by their form, and names, numbers and addresses of the people of the company. An English name counts as a whole, first and last. */
export async function personalIn(read: Executor, fields: Readonly<Record<string, string>>): Promise<PersonalFinding[]> {
  const byForm = Object.entries(fields).flatMap(([field, text]) => personalPatterns(text).map((kind) => ({ field, kind })));
  const known = await read.all(sql<PersonalFinding>`
    select distinct f.key as field, k.kind from jsonb_each_text(${JSON.stringify(fields)}::jsonb) f(key, text) join employees e on true
    cross join lateral (values ('name', char_length(e.name) > 1 and strpos(f.text, e.name) > 0), ('name', e.name_en like '% %' and strpos(lower(f.text), lower(e.name_en)) > 0),
      ('email', strpos(lower(f.text), lower(e.email)) > 0), ('number', char_length(e.number) > 3 and strpos(f.text, e.number) > 0)) k(kind, found)
    where k.found order by 1, 2`);
  return [...byForm, ...known.filter((finding) => !byForm.some((other) => other.field === finding.field && other.kind === finding.kind))];
}
