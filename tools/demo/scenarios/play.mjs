import { lookAround } from './look.mjs';
import { until } from './patience.mjs';
import { publish } from './publish.mjs';
import { verbOf } from './verbs/index.mjs';

/**
 * @typedef {object} Play a scenario under way
 * @property {import('./statements.mjs').Scenario} scenario @property {import('./company.mjs').Cast} cast @property {import('./stage.mjs').Stage} stage
 * @property {string} definitionId @property {string | undefined} approvalId @property {number} entries lines of the history so far
 * @property {Map<string, string>} visits the last visit of each participant @property {Record<string, any>} kept what a later row needs
 */

/** How many lines the history has, as HR sees it. @param {Play} play */
export async function entriesOf({ cast, approvalId }) {
  return approvalId ? (await cast.hr.get(`/api/approvals/${approvalId}`)).timeline.length : 0;
}

/** A row is over when the history shows as many lines more as the row states; whether they are the right ones is not for here. */
async function settle(play, row) {
  const { lines } = row.either ? Object.values(row.either)[0] : row;
  const wanted = play.entries + lines.length;
  if (lines.length > 0) await until('the history goes on', async () => (await entriesOf(play)) >= wanted);
  play.entries = wanted;
}

/**
 * Plays one scenario over HTTP. Whether it went as stated is the judge's to say; here only what cannot be done at all stops it.
 * @param {{ stage: import('./stage.mjs').Stage, scenario: import('./statements.mjs').Scenario, cast: import('./company.mjs').Cast }} of
 */
export async function play({ stage, scenario, cast }) {
  const definitionId = await publish({ hr: stage.company.hr, scenario, cast, run: stage.run });
  /** @type {Play} */
  const play = { scenario, cast, stage, definitionId, approvalId: undefined, entries: 0, visits: new Map(), kept: {} };
  await lookAround({ scenario: scenario.name, row: 0, cast, approvalId: undefined });
  for (const [index, row] of scenario.course.entries()) {
    const number = index + 1;
    try {
      await verbOf(row)(play, row, (as, part = 'act') => cast[as].tagged({ scenario: scenario.name, row: number, part, as }));
      await settle(play, row);
    } catch (error) {
      throw new Error(`row ${number}: ${error.message}`, { cause: error });
    }
    await lookAround({ scenario: scenario.name, row: number, cast, approvalId: play.approvalId });
  }
}
