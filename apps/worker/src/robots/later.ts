const FIRST_PAUSE_MS = 2_000;

/** A message was not taken and may be later. `afterMs`: not before. Without a code nothing was asked: the robot is being left alone. */
export class RobotLater extends Error {
  constructor(readonly afterMs: number, readonly code: string | null = null, readonly limited = false) {
    super(code === null ? 'the robot is left alone' : `${limited ? 'limited' : 'later'} ${code}`);
    this.name = 'RobotLater';
  }
}

/** Pause before the next attempt of the queue: it doubles, and is never shorter than the vendor wants. */
export function pauseMs(attemptsMade: number, _type?: string, error?: Error): number {
  return Math.max(FIRST_PAUSE_MS * 2 ** (attemptsMade - 1), error instanceof RobotLater ? error.afterMs : 0);
}
