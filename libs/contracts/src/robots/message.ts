/** How many tasks of one step wait: `step` is `<kind>.<step>`. */
export interface WaitingStep {
  step: string;
  count: number;
}

/** Body of an outbox row of channel `webhook`: the group's robot, steps and numbers, and a path. Nobody's name, no text and no result, because a whole group reads it. */
export interface RobotBody {
  channelId: string;
  purpose: 'test' | 'digest' | 'news';
  waiting: readonly WaitingStep[];
  /** Path inside the application. */
  link: string;
}
