import type { Employee, LocalDate } from '@fairmark/domain/org';
import { addDays } from '@fairmark/domain/org';
import type { Names } from './names.js';

/** Where somebody works: it decides zone, language, calendar and the kind of name. */
export type Place = 'cn' | 'eu';

const places = {
  cn: { zone: 'Asia/Shanghai', locale: 'zh-CN', region: '亚太', country: 'CN' },
  eu: { zone: 'Europe/Berlin', locale: 'en', region: '欧洲', country: 'DE' },
} as const;

export interface Post {
  place: Place;
  department: string;
  position: string;
  /** Number of the manager; null only for the head of the company. */
  manager: string | null;
}

/** Hires people one after another with numbers in that order. */
export class Staff {
  readonly employees = new Map<string, Employee>();

  constructor(
    private readonly names: Names,
    private readonly today: LocalDate,
  ) {}

  /** Adds a person who has been there for one to six years. */
  hire(post: Post): Employee {
    const number = `E${String(this.employees.size + 1).padStart(4, '0')}`;
    const { name, nameEn, mailbox } = post.place === 'cn' ? this.names.inChina() : this.names.inEurope();
    const hiredOn = addDays(this.today, -this.names.random.number.int({ min: 365, max: 6 * 365 }));
    const since = (value: string) => [{ value, validFrom: hiredOn, validTo: null }];
    const employee: Employee = {
      number, name, nameEn, email: `${mailbox}@fairmark.example`, ...places[post.place], privateAddress: `${mailbox}@home.example`, hiredOn, leftOn: null,
      managers: post.manager === null ? [] : since(post.manager), departments: since(post.department), positions: since(post.position), leaves: [], assignments: [],
    };
    this.employees.set(number, employee);
    return employee;
  }
}
