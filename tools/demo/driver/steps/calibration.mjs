const REASON = '与同组相比产出更高 · More was achieved than by the group';
const FOR_EMPLOYEE = '你的贡献高于同组平均 · Your contribution was above that of your group';

const bandAbove = (view, band) => view.bands[view.bands.findIndex(({ code }) => code === band) - 1]?.code;
const asked = (subject) => subject.changes.find(({ state, kind }) => state === 'proposed' && kind === 'band');
const isRaised = (world, subject) => world.roleOf(subject.person.id)?.raised === true && subject.standing === 'scored';

/** Members propose for their own reports; the chair decides once everybody is scored. @param {import('../world.mjs').Task} task */
export async function deliberation({ agent, item, world }) {
  const view = await agent.get(`/api/calibration/${item.processId}`);
  if (view.visit?.step !== 'deliberation' || view.subjects.some(({ standing }) => standing === 'unscored')) return;
  await propose({ agent, item, world }, view);
  if (view.chair.id === agent.id) await decide({ agent, item, world }, view);
}

/** A manager may be somebody's superior and chair at once: proposing and deciding are two acts all the same. */
async function propose({ agent, item, world }, view) {
  for (const subject of view.subjects.filter((one) => one.ownReport && isRaised(world, one))) {
    const toBand = bandAbove(view, subject.band);
    if (toBand && world.once(`proposed ${subject.reviewId}`))
      await agent.decide(item.visitId, 'propose', { reviewId: subject.reviewId, fromBand: subject.band, toBand, reason: REASON, reasonForEmployee: FOR_EMPLOYEE });
  }
}

async function decide({ agent, item, world }, view) {
  const waits = view.subjects.filter((subject) => isRaised(world, subject) && bandAbove(view, subject.band) && !world.has(`proposed ${subject.reviewId}`));
  // Managers get a few rounds to propose before the chair goes on without them.
  const rounds = world.count(`chair ${item.visitId}`);
  if (waits.length > 0 && rounds < 4) return;
  for (const subject of view.subjects) await decideOne({ agent, item, world }, view, subject);
  await agent.decide(item.visitId, 'requestSignOff', { explanation: '本季度整体成绩较好 · A good quarter for the whole department' });
}

async function decideOne({ agent, item, world }, view, subject) {
  const { reviewId, band } = subject;
  const change = asked(subject) ?? (world.has(`proposed ${reviewId}`) ? { to: bandAbove(view, band) } : undefined);
  if (change?.to && isRaised(world, subject) && world.once(`decided ${reviewId}`))
    await agent.decide(item.visitId, 'decide', { reviewId, decision: 'change', fromBand: band, toBand: change.to, reason: REASON, reasonForEmployee: FOR_EMPLOYEE });
  if (world.roleOf(subject.person.id)?.deferred && view.supplementaryOf === null && world.once(`deferred ${reviewId}`))
    await agent.decide(item.visitId, 'defer', { reviewId, reason: '等待复核数据 · Figures are being checked', until: new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10) });
}

export const signOff = ({ agent, item }) => agent.decide(item.visitId, 'approve', {});
