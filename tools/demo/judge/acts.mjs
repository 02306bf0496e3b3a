const worked = ({ status }) => status >= 200 && status < 300;
const said = ({ status, answer }) => `${status} ${answer?.code ?? ''}`.trim();

/** Who was first of several who acted at the same moment. @param {{ together?: unknown }} row @param {import('./witness.mjs').Seen} seen @returns {Record<string, string>} */
export function firstOf(row, { acts }) {
  if (!row.together) return {};
  const partOf = (exchange) => exchange?.tag?.as ?? '';
  return { winner: partOf(acts.find(worked)), loser: partOf(acts.find((act) => !worked(act))) };
}

/** Whether acts were taken or refused as stated. @param {any} row @param {import('./witness.mjs').Seen} seen @returns {Generator<string>} */
export function* actFaults(row, { acts }) {
  if (row.together) return yield* raceFaults(row, acts);
  const act = acts.at(-1);
  if (!act) {
    if (row.by) yield `${row.by} did nothing`;
    return;
  }
  if (row.refused ? act.answer?.code !== row.refused : !worked(act)) yield `${row.by ?? 'HR'} was answered ${said(act)}, stated is ${row.refused ?? 'that it is done'}`;
}

function* raceFaults({ refused, together }, acts) {
  const won = acts.filter(worked);
  const lost = acts.filter((act) => !worked(act));
  if (acts.length !== together.length || won.length !== 1) yield `of ${acts.length} acts of the same moment ${won.length} counted`;
  for (const act of lost) if (act.answer?.code !== refused) yield `${act.tag?.as} was too late and was answered ${said(act)}, stated is ${refused}`;
}
