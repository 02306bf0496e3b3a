/** How many people of each kind a company of `people` participants has. The head of the company comes on top: nobody scores them. */
export interface Sizes {
  heads: number;
  hr: number;
  analysts: number;
  leads: number;
  operators: number;
  communities: number;
}

/** Departments with a head below the head of the company. */
export const HEADED_DEPARTMENTS = 6;
/** Smaller companies cannot fill an appeal panel for everybody, or have no group of ten. */
export const SMALLEST_COMPANY = 40;
const operatorsPerLead = 7;

export function sizesOf(people: number): Sizes {
  if (!Number.isSafeInteger(people) || people < SMALLEST_COMPANY) throw new Error(`The sample company needs at least ${SMALLEST_COMPANY} people.`);
  const hr = Math.max(3, Math.ceil(people / 100));
  const analysts = Math.max(8, Math.ceil(people / 12));
  const rest = people - HEADED_DEPARTMENTS - hr - analysts;
  const leads = Math.max(5, Math.ceil(rest / (operatorsPerLead + 1)));
  return { heads: HEADED_DEPARTMENTS, hr, analysts, leads, operators: rest - leads, communities: Math.max(40, Math.ceil(people * 0.66)) };
}
