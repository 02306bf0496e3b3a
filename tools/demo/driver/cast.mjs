/**
 * @typedef {object} Role what one person does in the course of the demonstration; everything else they do as people usually do
 * @property {'propose' | 'late' | 'unrealistic' | 'poor'} goals `poor`: the manager returns them once
 * @property {boolean} edited the manager edits the goals @property {boolean} stubborn objects to edited goals until somebody else decides
 * @property {boolean} changesGoals @property {boolean} checksIn @property {boolean} silent hands in no self-review
 * @property {boolean} weak fares badly @property {boolean} shadow the first cycle under this plan
 * @property {boolean} raised calibration gives a higher band @property {boolean} deferred
 * @property {'accept' | 'wait' | 'confirmed' | 'adjusted' | 'backToScoring' | 'withdrawn'} result what becomes of the result; the last four appeal
 * @property {'fulfilled' | 'partly' | 'not'} improvement how an improvement buffer ends
 */

/** Whom the four kinds of appeal come from, by place in a group of sixty. */
const APPEALS = { 13: 'confirmed', 21: 'adjusted', 33: 'backToScoring', 41: 'withdrawn' };
const GOALS = { 0: 'late', 2: 'poor', 9: 'unrealistic' };
const IMPROVEMENTS = ['fulfilled', 'partly', 'not'];

/**
 * The part of the person at a place in the list of everybody; the same parts come again with every sixty people.
 * @param {number} place @returns {Role}
 */
export function roleAt(place) {
  const seat = place % 60;
  const weak = seat % 12 === 10;
  const appeal = APPEALS[seat];
  return {
    goals: seat === 1 ? 'unrealistic' : (GOALS[place % 10] ?? 'propose'), edited: place % 10 === 3, stubborn: seat === 23, changesGoals: place % 10 === 5, checksIn: place % 10 === 6, silent: place % 10 === 7,
    weak, shadow: !weak && place % 5 === 4, raised: !weak && appeal === undefined && place % 10 === 8, deferred: seat === 36,
    result: appeal ?? (place % 6 === 0 ? 'wait' : 'accept'), improvement: IMPROVEMENTS[Math.floor(seat / 12) % 3],
  };
}
