import type { RobotBody } from '@fairmark/contracts/robots';
import type { DayHours } from '@fairmark/contracts/calendar';
import { morningAfter, notBefore } from '@fairmark/domain/calendar';
import type { Database, Executor } from '@fairmark/persistence/database';
import { enqueue } from '@fairmark/persistence/process';
import { advanceRobot, calendarOfRobot, nextDueRobot, waitingInGroup, type DueRobot } from '@fairmark/persistence/robots';
import { repeat, type BackgroundTask } from '@fairmark/runtime/background';
import type { Logger } from '@fairmark/runtime/logging';

const EVERY_MS = 15_000;
/** A robot that speaks soon does so at most this often: far below every vendor's limit, and a group is not flooded when a step opens for many. */
const SOON_MS = 5 * 60_000;
/** Rows carry the instant of their transaction's beginning; what commits a moment later must not be passed over. */
const SETTLE_MS = 60_000;

/** Looks for robots whose time has come while the worker runs. Rows carry the instants, so nothing is lost with the process. */
export function startRobotWatch(database: Database, hours: DayHours, logger: Logger): BackgroundTask {
  return repeat('robots', EVERY_MS, logger, async () => database.transaction((tx) => lookForRobot(tx, hours, new Date().toISOString())));
}

/** Looks for one robot: writes the message when something waits, and when to look again. False when no robot is due. */
export async function lookForRobot(tx: Executor, hours: DayHours, now: string): Promise<boolean> {
  const robot = await nextDueRobot(tx, now);
  if (!robot) return false;
  const day = { zone: robot.zone, calendar: await calendarOfRobot(tx, robot.country), hours };
  const from = notBefore({ at: now, ...day });
  if (from > now) await advanceRobot(tx, robot.id, { lookAt: from, seenAt: robot.seenAt });
  else if (robot.rhythm === 'daily') await tell(tx, robot, { after: null, until: now }, morningAfter({ at: now, ...day }));
  else await tell(tx, robot, { after: robot.seenAt, until: later(now, -SETTLE_MS) }, later(now, SOON_MS));
  return true;
}

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

async function tell(tx: Executor, robot: DueRobot, opened: { after: string | null; until: string }, lookAt: string): Promise<void> {
  const waiting = await waitingInGroup(tx, robot, opened);
  const [first] = waiting;
  if (first) {
    const link = waiting.length === 1 && first.count === 1 ? `/visits/${first.visitId}` : '/inbox';
    const body: RobotBody = { channelId: robot.id, purpose: robot.rhythm === 'daily' ? 'digest' : 'news', waiting: waiting.map(({ step, count }) => ({ step, count })), link };
    await enqueue(tx, 'webhook', { ...body });
  }
  await advanceRobot(tx, robot.id, { lookAt, seenAt: opened.until > robot.seenAt ? opened.until : robot.seenAt });
}
