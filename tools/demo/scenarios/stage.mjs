import { prepare } from '../driver/prepare.mjs';
import { Casting } from './casting.mjs';
import { Company } from './company.mjs';
import { Turns, until } from './patience.mjs';

/** Nobody is late with anything that belongs to no scenario. */
const PATIENT = 9_000;
const LENGTHS = { patient: PATIENT, late: PATIENT, short: PATIENT, remind: 60, lead: 2, period: PATIENT, buffer: 4 };

/**
 * @typedef {object} Stage where scenarios are played
 * @property {Company} company @property {{ cycleId: string, periodEnd: string }} cycle reviews that wait for goals @property {string} run mark of this run, in the names of definitions
 * @property {Turns} starts cases start one after the other: each says first which definition is in use @property {Map<string, string>} goalVisits the open visit of each subject
 * @property {string} databaseUrl @property {import('../../faults/processes.mjs').Processes | undefined} processes what may be killed
 * @property {(scenario: import('./statements.mjs').Scenario) => Promise<import('./company.mjs').Cast>} castFor
 */

async function proposalOf(subject, cycleId) {
  const { items } = await subject.get('/api/inbox?box=waiting&pageSize=100');
  return items.find(({ step, cycle }) => step === 'goalProposal' && cycle?.id === cycleId);
}

/**
 * HR launches a cycle with somebody for each scenario, whose goals are not agreed yet.
 * @param {{ url: string, accounts: string, databaseUrl: string, processes?: import('../../faults/processes.mjs').Processes, log: import('../driver/log.mjs').ExchangeLog, subjects: number, say: (line: string) => void }} of
 * @returns {Promise<Stage>}
 */
export async function setStage({ url, accounts, databaseUrl, processes, log, subjects, say }) {
  const company = await new Company({ url, accounts, log }).open();
  say(`${company.people.length} people work here`);
  const sponsorIds = company.ofRole('sponsor').map(({ id }) => id);
  const cycle = await prepare({ hr: company.hr, sponsorIds, say, atMost: subjects, lengths: LENGTHS });
  say(`${cycle.launched} reviews have started`);
  const casting = new Casting(company, cycle.people.map(({ id }) => id));
  const goalVisits = new Map();
  const castFor = async (scenario) => {
    const cast = await casting.castFor(scenario);
    const proposal = await until('the goals wait for the subject', () => proposalOf(cast.subject, cycle.cycleId));
    goalVisits.set(cast.subject.id, proposal.visitId);
    return cast;
  };
  return { company, cycle, run: Date.now().toString(36), starts: new Turns(), goalVisits, databaseUrl, processes, castFor };
}
