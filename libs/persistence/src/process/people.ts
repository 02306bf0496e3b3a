import type { PersonRef } from '@fairmark/contracts/common';
import { sql, type Executor } from '../database/index.js';

/** A person as other people see them; undefined when the id is unknown. */
export async function personRef(read: Executor, id: string): Promise<PersonRef | undefined> {
  return read.one(sql<PersonRef>`select id, name, name_en as "nameEn" from employees where id = ${id}`);
}
