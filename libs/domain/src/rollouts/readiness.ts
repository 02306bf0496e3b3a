import type { Criterion, PhaseSettings, Reading, Readiness } from '@fairmark/contracts/rollouts';
import { meets } from './measures/meets.js';

/** What PostgreSQL says about a phase at this moment. */
export interface PhaseFacts {
  steps: readonly { key: string; state: 'planned' | 'open' | 'done' | 'skipped' }[];
  deliverables: readonly { key: string; achieved: number | null; accepted: boolean }[];
  readings: readonly Reading[];
  /** What the processes of the phase have to bring: a pilot that passed, a wave that is done and none that still runs. Null where the phase has none. */
  children: boolean | null;
  openConditions: readonly { id: string; text: string }[];
}

/**
 * How ready the gate of a phase is. A gate may be asked for when the core tasks are done, the processes of the phase have brought what they must, and no condition of an earlier gate is open: everything else is for
 * those who decide to judge.
 */
export function readiness(settings: PhaseSettings, facts: PhaseFacts): Readiness {
  const blocking = [...coreTasks(settings, facts), ...processesOf(facts), ...conditions(facts)];
  const criteria = [...blocking, ...deliverables(settings, facts), ...measured(settings, facts), ...judged(settings)];
  return { mayAsk: blocking.every((one) => one.met === true), met: criteria.filter((one) => one.met === true).length, total: criteria.length, criteria };
}

const criterion = (kind: Criterion['kind'], key: string, more: Partial<Criterion>): Criterion => ({ kind, key, title: null, measure: null, value: null, wanted: null, sampleSize: null, met: null, ...more });

const coreTasks = ({ steps }: PhaseSettings, facts: PhaseFacts): Criterion[] =>
  steps.filter((step) => step.core).map((step) => criterion('core', step.key, { title: step.title, met: facts.steps.some((one) => one.key === step.key && one.state === 'done') }));

const processesOf = ({ children }: PhaseFacts): Criterion[] => (children === null ? [] : [criterion('core', 'processes', { met: children })]);

const conditions = ({ openConditions }: PhaseFacts): Criterion[] => openConditions.map(({ id, text }) => criterion('condition', id, { title: { zh: text }, met: false }));

function deliverables({ deliverables: specs }: PhaseSettings, facts: PhaseFacts): Criterion[] {
  return specs.map(({ key, title, target }) => {
    const found = facts.deliverables.find((one) => one.key === key);
    const reached = target === null || (found?.achieved ?? 0) >= target;
    return criterion('deliverable', key, { title, value: target === null ? null : String(found?.achieved ?? 0), wanted: target === null ? null : String(target), met: found?.accepted === true && reached });
  });
}

const measured = ({ measured: bounds }: PhaseSettings, facts: PhaseFacts): Criterion[] =>
  bounds.map(({ key, min, max }) => {
    const reading = facts.readings.find((one) => one.key === key);
    const value = reading?.value ?? null;
    return criterion('measured', key, { measure: key, value, wanted: [min && `≥ ${min}`, max && `≤ ${max}`].filter(Boolean).join(', '), sampleSize: reading?.sampleSize ?? 0, met: meets(value, { min, max }) });
  });

const judged = ({ judged: questions }: PhaseSettings): Criterion[] => questions.map(({ key, title }) => criterion('judged', key, { title }));
