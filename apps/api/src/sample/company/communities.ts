import type { Community, Employee, LocalDate } from '@fairmark/domain/org';
import { addDays } from '@fairmark/domain/org';
import type { Names } from './names.js';

const types = [
  { type: 'content', zh: ['园艺知识群', '亲子阅读群', '健身打卡群', '摄影交流群'], en: ['Gardening', 'Reading with children', 'Fitness', 'Photography'] },
  { type: 'transaction', zh: ['生鲜团购群', '母婴特卖群', '咖啡订购群', '数码优选群'], en: ['Fresh food', 'Baby goods', 'Coffee', 'Gadgets'] },
  { type: 'service', zh: ['家电售后群', '会员服务群', '新手答疑群', '软件支持群'], en: ['Appliances', 'Members', 'Beginners', 'Software'] },
] as const;
/** The first community is the flagship of the reference plan, which is growing. */
const stages = ['growth', 'base', 'mature'] as const;
const usersByStage = { base: [150, 600], growth: [600, 2_500], mature: [2_500, 9_000] } as const;
const dependencies = [['product'], ['marketing'], ['marketing', 'product'], ['data'], []] as const;

/** Communities of every type in every stage; every third one in Europe. Stages hold since before anybody asks. */
export function makeCommunities(count: number, names: Names, since: LocalDate): Map<string, Community> {
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const { type, zh, en } = types[index % 3] as (typeof types)[number];
      const stage = stages[Math.floor(index / 3) % 3] as (typeof stages)[number];
      const topic = Math.floor(index / 9) % 4;
      const code = `C${String(index + 1).padStart(3, '0')}`;
      const [min, max] = usersByStage[stage];
      const dependsOn = [...(dependencies[index % dependencies.length] as readonly string[])].sort();
      const community: Community = {
        code, name: `${zh[topic]}${index + 1}`, nameEn: `${en[topic]} ${index + 1}`, type, region: isEuropean(index) ? '欧洲' : '亚太',
        activeUsers: names.random.number.int({ min, max }), dependsOn, stages: [{ value: stage, validFrom: since, validTo: null }],
      };
      return [code, community];
    }),
  );
}

/** Of ten communities three are in Europe, whatever their type and stage. */
const isEuropean = (index: number): boolean => index % 10 >= 7;

/**
 * Gives the communities to operators of their region, in turn: some operate several. Every eighth community is shared by two people, of whom one states the
 * shares of all their communities.
 */
export function assignCommunities(communities: ReadonlyMap<string, Community>, operators: readonly Employee[], today: LocalDate): void {
  for (const region of ['亚太', '欧洲']) {
    const people = operators.filter((person) => person.region === region);
    const own = [...communities.values()].filter((community) => community.region === region);
    const turns = Math.max(own.length, people.length);
    for (let turn = 0; turn < turns && people.length > 0 && own.length > 0; turn += 1) {
      const community = own[turn % own.length] as Community;
      assign(people[turn % people.length] as Employee, community.code, today);
      if (turn % 8 === 3) assign(people[(turn + 1) % people.length] as Employee, community.code, today);
    }
    stateShares(people);
  }
}

function assign(person: Employee, communityCode: string, today: LocalDate): void {
  if (person.assignments.some((assignment) => assignment.communityCode === communityCode)) return;
  const half = addDays(today, -183);
  person.assignments.push({ communityCode, shareBp: null, validFrom: person.hiredOn > half ? person.hiredOn : half, validTo: null });
}

/** The first of a region with several communities states how they count: 60 % the first, the rest equally. */
function stateShares(people: readonly Employee[]): void {
  const person = people.find((one) => one.assignments.length > 1);
  if (!person) return;
  const others = person.assignments.length - 1;
  const each = Math.floor(4_000 / others);
  person.assignments.forEach((assignment, index) => (assignment.shareBp = index === 0 ? 10_000 - each * others : each));
}
