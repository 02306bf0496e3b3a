import type { RiskBody, RiskView } from '@fairmark/contracts/risks';
import dayjs, { type Dayjs } from 'dayjs';

/** What is typed; a rule without a measure is none. */
export interface RiskValues extends Omit<RiskBody, 'ownerId' | 'reviewOn' | 'warning'> {
  ownerId: string[];
  reviewOn: Dayjs;
  warning?: Partial<NonNullable<RiskBody['warning']>>;
}

/** The request for what was typed. */
export function riskBody({ ownerId, reviewOn, warning, ...rest }: RiskValues): RiskBody {
  const rule = warning?.measure ? { measure: warning.measure, comparison: warning.comparison ?? 'below', limit: warning.limit ?? '' } : null;
  return { ...rest, response: rest.response ?? '', ownerId: ownerId[0] ?? '', reviewOn: reviewOn.format('YYYY-MM-DD'), warning: rule };
}

/** What a form begins with. */
export const riskValues = (risk: RiskView | null): Partial<RiskValues> =>
  risk ? { title: risk.title, category: risk.category, probability: risk.probability, impact: risk.impact, response: risk.response, state: risk.state, ownerId: [risk.owner.id], reviewOn: dayjs(risk.reviewOn), ...(risk.warning ? { warning: risk.warning } : {}) } : { probability: 3, impact: 3, state: 'open', response: '' };
