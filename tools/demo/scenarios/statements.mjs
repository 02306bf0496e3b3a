/**
 * @typedef {object} Cell what a scenario states of one participant after one row
 * @property {'has' | 'gone' | 'never' | 'shut'} inbox the task waits for them; no longer; never did; they cannot sign in any more
 * @property {{ seconds: number, begins: boolean, of?: string } | null} clock length of the clock that runs for them, and whether it begins with this row or goes on unchanged; `of`: as it runs for that participant
 * @property {string[]} offers what the page of the case offers them
 * @property {string | null} onBehalfOf the participant whose task it is, where they stand in
 * @property {boolean} copied the case is in their box of copies
 *
 * @typedef {object} Row one thing that happens, and how everybody stands afterwards
 * @property {true} [submit] @property {string} [by] @property {string} [act] @property {object} [body] @property {string} [holder] whose task a substitute acts for
 * @property {true} [onCase] the act is on the whole case @property {{ by: string, act: string, body?: object }[]} [together] acts of the same moment; the first counts
 * @property {object} [change] an organisation change that HR reports @property {{ from: string, to: string, seconds: number, byHr?: true }} [delegate] @property {string} [ends] who takes the delegation back
 * @property {true} [waits] until the next deadline has acted @property {true} [delegationOver] until the delegation is over @property {true} [downtime] nobody can act for a while
 * @property {'nextStep' | 'restart' | 'stay'} [movePlan] HR moves the subject's review to another version of its plan @property {true} [takeMoveBack] and takes that back
 * @property {number} [pause] seconds in which nothing may happen
 * @property {string} [refused] code with which the act is refused; of acts of the same moment the code for who was later
 * @property {Record<string, { refused?: string, lines: string[], stands: Record<string, Cell> }>} [either] instead of the following, by who was first of several in this row or before; as many lines each
 * @property {string[]} [lines] what the history of the case shows in addition, in Chinese, names by `{participant}`
 * @property {Record<string, Cell>} [stands] every participant; `winner` and `loser` after acts of the same moment
 *
 * @typedef {object} Scenario
 * @property {string} name @property {string} title @property {string[]} cast @property {string[]} [own] participants whom no other scenario uses
 * @property {object} definition what HR publishes for it; people by `@participant` @property {Record<string, object>} [parts] definitions that it takes in
 * @property {object} [fields] of the submission @property {Record<string, string[]>} [chosen] @property {'goals' | 'planVersion'} [purpose] instead of a longer extension
 * @property {string[]} [before] whose inbox holds the process already before the case begins; nobody's unless stated
 * @property {true} [alone] nothing else may run at the same time @property {true} [kills] processes are killed: only on a throw-away stack
 * @property {Row[]} course @property {'approved' | 'rejected' | 'withdrawn' | 'ended'} ends `ended`: nobody decided, the step around it began again
 * @property {'moved' | 'kept'} [plan] under which version of its plan the subject's review ends
 */

const list = (words) => words.split(' ').filter(Boolean);
/** @returns {Cell} */
const cell = (inbox, offers, more = {}) => ({ inbox, clock: null, offers: list(offers), onBehalfOf: null, copied: false, ...more });

/** The task waits for them, and their clock begins with this row. @param {number} seconds @param {string} offers */
export const has = (seconds, offers, more = {}) => cell('has', offers, { clock: { seconds, begins: true }, ...more });
/** The task waits for them as before: the same visit, the same deadline. @param {number} seconds @param {string} offers */
export const keeps = (seconds, offers, more = {}) => cell('has', offers, { clock: { seconds, begins: false }, ...more });
/** Somebody else's task waits for them too, with the clock that runs for the holder. @param {number} seconds @param {string} offers @param {string} holder */
export const shares = (seconds, offers, holder) => cell('has', offers, { clock: { seconds, begins: false, of: holder }, onBehalfOf: holder });
/** They had it. */
export const gone = (offers = '', more = {}) => cell('gone', offers, more);
/** They never had it. */
export const never = (offers = '', more = {}) => cell('never', offers, more);
/** They cannot sign in any more. */
export const shut = () => cell('shut', '');

/** Length of a step in which nobody is late. */
export const LONG = 900;
/** What an approver is offered, and what one is who was added. */
export const DECIDES = 'approve reject return addBefore addAfter addBeside transfer consult read comment';
export const ADDED = 'approve reject return transfer consult read comment';
export const ADVISES = 'opinion read comment';
/** What who submitted is offered while it runs, and while it waits for them. */
export const SUBMITTED = 'withdraw nudge comment';
export const RETURNED = 'withdraw resubmit comment';
/** What a substitute is offered for somebody else. */
export const STANDS_IN = 'approve reject return addBefore addAfter addBeside transfer consult comment';
/** What somebody is offered who has approved, while nobody who came after has acted. */
export const BACK = 'takeBack comment';
