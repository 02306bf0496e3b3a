import { afterTheCommit, at, betweenRequestAndAnswer, commitWithoutAnswer, whileDue } from './faults.mjs';

const SOON = "between clock_timestamp() + interval '0.3 seconds' and clock_timestamp() + interval '4 seconds'";

/** A reminder that will leave in a moment, with how often the person may have been reminded at the end. */
const REMINDER = `
  select v.id, v.wake_at as at from visits v where v.step = 'selfReview' and v.state = 'open' and v.wake_at < v.due_at and v.wake_at ${SOON}
    and exists (select from tasks t where t.visit_id = v.id and t.state = 'open') order by v.wake_at desc limit 1`;
const REMINDED = "select count(*)::int as n, count(distinct employee_id)::int as people from notices where visit_id = $1 and kind = 'reminder.selfReview'";

async function remindedOnce(record, { id }) {
  const { n, people } = await record.one(REMINDED, [id]);
  return n === people ? [] : [`${people} people were reminded ${n} times of one visit`];
}

const PUBLICATION = `select publish_at as at from publications where published_at is null and publish_at ${SOON} limit 1`;
const inBuffer = (step) => `select id from visits where step = '${step}' and state = 'open' limit 1`;

/** Every kind of process dies in every phase of a whole cycle. */
export const whole = {
  people: 60,
  faults: [
    betweenRequestAndAnswer(['worker'], { step: 'goalProposal', action: 'submit' }),
    betweenRequestAndAnswer(['api'], { step: 'goalApproval', action: 'approve' }),
    commitWithoutAnswer({ step: 'goalApproval', action: 'approve' }),
    betweenRequestAndAnswer(['temporal'], { step: 'selfReview', action: 'submit' }),
    whileDue('while a reminder is due', ['worker'], REMINDER, remindedOnce),
    betweenRequestAndAnswer(['postgres'], { step: 'scoring', action: 'submit' }),
    afterTheCommit(['worker', 'temporal'], { step: 'signOff', action: 'approve', name: 'at the sign-off' }),
    at('while the news of a sign-off is on its way', ['postgres'], "select id from process_events where name = 'calibrationSignedOff' and state = 'pending' limit 1"),
    whileDue('while a publication is due', ['worker', 'temporal'], PUBLICATION),
    at('at a publication', ['postgres', 'api'], 'select id from publications where published_at is not null limit 1'),
    betweenRequestAndAnswer(['worker', 'api', 'temporal', 'postgres'], { step: 'acknowledgement', action: 'accept' }),
    at('inside a buffer', ['worker', 'temporal'], inBuffer('improvement')),
    at('at the end of a buffer', ['postgres'], inBuffer('improvementSignature')),
  ],
};

const SHORT = { patient: 900, late: 15, short: 4, remind: 4, lead: 1, period: 4, buffer: 3 };

/** Twelve people, with one death of the worker, one of PostgreSQL and the decision that nobody repeats. */
export const brief = {
  people: 40, atMost: 12, lengths: SHORT,
  faults: [
    commitWithoutAnswer({ step: 'goalProposal', action: 'submit' }),
    betweenRequestAndAnswer(['worker'], { step: 'goalApproval', action: 'approve' }),
    betweenRequestAndAnswer(['postgres'], { step: 'goalApproval', action: 'approve' }),
  ],
};
