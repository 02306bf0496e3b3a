import { Migration20261124000100Organisation } from './Migration20261124000100Organisation.js';
import { Migration20261124000200Identity } from './Migration20261124000200Identity.js';
import { Migration20261124000300PlansAndCycles } from './Migration20261124000300PlansAndCycles.js';
import { Migration20261124000400Process } from './Migration20261124000400Process.js';
import { Migration20261124000500Reviews } from './Migration20261124000500Reviews.js';
import { Migration20261124000600Metrics } from './Migration20261124000600Metrics.js';
import { Migration20261124000700Calibration } from './Migration20261124000700Calibration.js';
import { Migration20261124000800Appeals } from './Migration20261124000800Appeals.js';
import { Migration20261124000900BuffersAndRewards } from './Migration20261124000900BuffersAndRewards.js';
import { Migration20261124001000Audit } from './Migration20261124001000Audit.js';
import { Migration20261124001100SignIn } from './Migration20261124001100SignIn.js';
import { Migration20261124001500OrgImportFiles } from './Migration20261124001500OrgImportFiles.js';
import { Migration20261124001600OrgImportFileOrder } from './Migration20261124001600OrgImportFileOrder.js';
import { Migration20261124001700PlansAndLaunch } from './Migration20261124001700PlansAndLaunch.js';
import { Migration20261124001900VisitComments } from './Migration20261124001900VisitComments.js';
import { Migration20261124002000GoalDifferences } from './Migration20261124002000GoalDifferences.js';
import { Migration20261124002100MetricAcceptances } from './Migration20261124002100MetricAcceptances.js';
import { Migration20261124002200ScoreSheetData } from './Migration20261124002200ScoreSheetData.js';
import { Migration20261124002300CalibrationGroups } from './Migration20261124002300CalibrationGroups.js';
import { Migration20261124002500AppealCases } from './Migration20261124002500AppealCases.js';
import { Migration20261125050000Delegations } from './Migration20261125050000Delegations.js';

/** All migrations, oldest first. They only go forward and run on a filled database. */
export const migrations = [
  { name: 'Migration20261124000100Organisation', class: Migration20261124000100Organisation },
  { name: 'Migration20261124000200Identity', class: Migration20261124000200Identity },
  { name: 'Migration20261124000300PlansAndCycles', class: Migration20261124000300PlansAndCycles },
  { name: 'Migration20261124000400Process', class: Migration20261124000400Process },
  { name: 'Migration20261124000500Reviews', class: Migration20261124000500Reviews },
  { name: 'Migration20261124000600Metrics', class: Migration20261124000600Metrics },
  { name: 'Migration20261124000700Calibration', class: Migration20261124000700Calibration },
  { name: 'Migration20261124000800Appeals', class: Migration20261124000800Appeals },
  { name: 'Migration20261124000900BuffersAndRewards', class: Migration20261124000900BuffersAndRewards },
  { name: 'Migration20261124001000Audit', class: Migration20261124001000Audit },
  { name: 'Migration20261124001100SignIn', class: Migration20261124001100SignIn },
  { name: 'Migration20261124001500OrgImportFiles', class: Migration20261124001500OrgImportFiles },
  { name: 'Migration20261124001600OrgImportFileOrder', class: Migration20261124001600OrgImportFileOrder },
  { name: 'Migration20261124001700PlansAndLaunch', class: Migration20261124001700PlansAndLaunch },
  { name: 'Migration20261124001900VisitComments', class: Migration20261124001900VisitComments },
  { name: 'Migration20261124002000GoalDifferences', class: Migration20261124002000GoalDifferences },
  { name: 'Migration20261124002100MetricAcceptances', class: Migration20261124002100MetricAcceptances },
  { name: 'Migration20261124002200ScoreSheetData', class: Migration20261124002200ScoreSheetData },
  { name: 'Migration20261124002300CalibrationGroups', class: Migration20261124002300CalibrationGroups },
  { name: 'Migration20261124002500AppealCases', class: Migration20261124002500AppealCases },
  { name: 'Migration20261125050000Delegations', class: Migration20261125050000Delegations },
];
