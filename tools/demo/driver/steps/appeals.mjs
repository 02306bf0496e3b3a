const WORDS = { facts: '已核对原始数据与评分意见 · Data and comments were read again', rule: '方案评分说明 · The anchors of the plan', reason: '依据记录作出结论 · As the records show' };

/** What somebody contests: for a new score a judged item that is not at the top yet, else whatever comes first. */
function contestedOf(items, wanted) {
  const judged = items.filter(({ item, value }) => item.kind === 'judgedScore' && value?.kind === 'score');
  const low = judged.find(({ value }) => value.scoreCenti <= 9_000);
  const chosen = wanted === 'adjusted' || wanted === 'backToScoring' ? low : (judged[0] ?? items[0]);
  return chosen ?? items[0];
}

/** The employee files an appeal with what the page offers. @param {import('../world.mjs').Task} task */
export async function fileAppeal({ agent, item, world }) {
  const wanted = world.roleOf(agent.id).result;
  const { items } = await agent.get(`/api/reviews/${item.processId}/appealable`);
  const chosen = contestedOf(items, wanted);
  await agent.decide(item.visitId, 'appeal', { items: [{ item: chosen.item, ground: chosen.grounds[0], text: '评分与记录不符 · The score does not fit the records' }], paperIds: [] });
  world.once(`appealed ${agent.id}`);
}

export const admissibility = ({ agent, item }) => agent.decide(item.visitId, 'decide', { decision: 'admit' });
export const statement = ({ agent, item }) => agent.decide(item.visitId, 'give', { text: '评分依据见评语 · The comments say why', paperIds: [] });

/** Some take their appeal back while the panel sits. @param {import('../world.mjs').World} world */
export async function withdraw(world) {
  for (const agent of world.agents.filter(({ id }) => world.roleOf(id)?.result === 'withdrawn' && world.has(`appealed ${id}`) && !world.has(`withdrawn ${id}`))) {
    const { appeals } = await agent.get('/api/appeals');
    const own = appeals.find((one) => one.reader === 'employee' && one.step === 'deliberation' && one.cycle.id === world.cycle.cycleId);
    if (!own) continue;
    await agent.act('appeal', own.id, 'withdraw', { confirmed: true });
    world.once(`withdrawn ${agent.id}`);
  }
}

/** One member of the panel puts a proposal forward, opens the ballot, and everybody votes. @param {import('../world.mjs').Task} task */
export async function vote({ agent, item, world }) {
  const view = await agent.get(`/api/appeals/${item.processId}`);
  const wanted = world.roleOf(view.employee.id)?.result ?? 'confirmed';
  if (wanted === 'withdrawn') return;
  if (view.ballot) return view.ballot.mine ? undefined : agent.decide(item.visitId, 'vote', { proposalId: view.ballot.proposalIds[0], ballot: view.ballot.number });
  const [speaker] = view.panel?.members ?? [];
  if (speaker?.id !== agent.id) return undefined;
  // The manager is heard first.
  if (view.statement === null && world.count(`statement ${item.visitId}`) < 4) return undefined;
  if (view.proposals.length === 0) await agent.decide(item.visitId, 'propose', proposalOf(view, wanted));
  return agent.decide(item.visitId, 'openBallot', {});
}

function proposalOf(view, wanted) {
  const items = view.items.map(({ item, value, rescored }) => ({ item, value: rescored ?? value }));
  const better = (value) => (value?.kind === 'score' ? { kind: 'score', scoreCenti: Math.min(10_000, value.scoreCenti + 500) } : value);
  if (wanted === 'adjusted' || (wanted === 'backToScoring' && view.sentBack)) {
    // What was scored again already is the better value; it only has to be taken.
    return { ...WORDS, outcome: 'adjusted', items: view.items.map(({ item, value, rescored }) => ({ item, value: rescored ?? better(value) })) };
  }
  if (wanted === 'backToScoring') return { ...WORDS, outcome: 'backToScoring', items: items.map(({ item }) => ({ item, value: null })), rescorer: { kind: 'otherManager', managerId: view.rescorers[0]?.id } };
  return { ...WORDS, outcome: 'confirmed', items: [] };
}

/** Nobody calls the second level. */
export const secondLevelFiling = ({ agent, item }) => agent.decide(item.visitId, 'accept', {});
