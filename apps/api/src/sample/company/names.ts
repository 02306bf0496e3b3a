import type { Faker } from '@faker-js/faker';
import { faker as english } from '@faker-js/faker/locale/en';
import { faker as chinese } from '@faker-js/faker/locale/zh_CN';

export interface Name {
  name: string;
  nameEn: string;
  /** Part of the e-mail address before the `@`, unique in the company. */
  mailbox: string;
}

/** Frequent family names with their spelling: faker's Chinese names have none, and addresses need Latin letters. */
const families: readonly (readonly [string, string])[] = [
  ['王', 'Wang'], ['李', 'Li'], ['张', 'Zhang'], ['刘', 'Liu'], ['陈', 'Chen'], ['杨', 'Yang'], ['赵', 'Zhao'], ['黄', 'Huang'], ['周', 'Zhou'], ['吴', 'Wu'],
  ['徐', 'Xu'], ['孙', 'Sun'], ['胡', 'Hu'], ['朱', 'Zhu'], ['高', 'Gao'], ['林', 'Lin'], ['何', 'He'], ['郭', 'Guo'], ['马', 'Ma'], ['罗', 'Luo'],
  ['梁', 'Liang'], ['宋', 'Song'], ['郑', 'Zheng'], ['谢', 'Xie'], ['韩', 'Han'], ['唐', 'Tang'], ['冯', 'Feng'], ['于', 'Yu'], ['董', 'Dong'], ['萧', 'Xiao'],
];

/** Names by seed: the same seed gives the same people in the same order. One at a time: the locales' generators are shared. */
export class Names {
  private readonly taken = new Map<string, number>();

  constructor(seed: number) {
    chinese.seed(seed);
    english.seed(seed + 1);
  }

  /** Chance by the same seed, for everything that is not a name. */
  get random(): Faker {
    return english;
  }

  /** A Chinese colleague, who also goes by an English first name. */
  inChina(): Name {
    const [family, spelling] = chinese.helpers.arrayElement(families);
    const first = this.latin(english.person.firstName());
    return { name: family + chinese.person.firstName(), nameEn: `${first} ${spelling}`, mailbox: this.mailbox(first, spelling) };
  }

  /** A European colleague; the Chinese name is the Latin one. */
  inEurope(): Name {
    const first = this.latin(english.person.firstName());
    const last = this.latin(english.person.lastName());
    return { name: `${first} ${last}`, nameEn: `${first} ${last}`, mailbox: this.mailbox(first, last) };
  }

  private mailbox(first: string, last: string): string {
    const base = `${first}.${last}`.toLowerCase();
    const count = (this.taken.get(base) ?? 0) + 1;
    this.taken.set(base, count);
    return count === 1 ? base : `${base}${count}`;
  }

  private latin(text: string): string {
    return text.replace(/[^A-Za-z]/g, '');
  }
}
