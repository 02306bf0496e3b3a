import appeals from './appeals.json' with { type: 'json' };
import approvalHelp from './approvalHelp.json' with { type: 'json' };
import approvals from './approvals.json' with { type: 'json' };
import buffers from './buffers.json' with { type: 'json' };
import calendar from './calendar.json' with { type: 'json' };
import calibration from './calibration.json' with { type: 'json' };
import changes from './changes.json' with { type: 'json' };
import common from './common.json' with { type: 'json' };
import cycles from './cycles.json' with { type: 'json' };
import delegations from './delegations.json' with { type: 'json' };
import goals from './goals.json' with { type: 'json' };
import history from './history.json' with { type: 'json' };
import identity from './identity.json' with { type: 'json' };
import inbox from './inbox.json' with { type: 'json' };
import metrics from './metrics.json' with { type: 'json' };
import notices from './notices.json' with { type: 'json' };
import org from './org.json' with { type: 'json' };
import plans from './plans.json' with { type: 'json' };
import problems from './problems.json' with { type: 'json' };
import publications from './publications.json' with { type: 'json' };
import results from './results.json' with { type: 'json' };
import reviews from './reviews.json' with { type: 'json' };
import robots from './robots.json' with { type: 'json' };
import scoring from './scoring.json' with { type: 'json' };
import selfReview from './selfReview.json' with { type: 'json' };
import steps from './steps.json' with { type: 'json' };

/** Texts of this language, by feature. */
export const zhCN = { appeals, approvalHelp, approvals, buffers, calendar, calibration, changes, common, cycles, delegations, goals, history, identity, inbox, metrics, notices, org, plans, problems, publications, results, reviews, robots, scoring, selfReview, steps };
