/**
 * The next instant at which a visit's timer must fire: the first reminder still ahead, else the deadline.
 * A past deadline gives the deadline itself, so that the timer fires at once.
 */
export function nextWake(reminders: readonly string[], dueAt: string | null, now: string): string | null {
  const ahead = reminders.filter((at) => at > now && (dueAt === null || at < dueAt)).sort();
  return ahead[0] ?? dueAt;
}
