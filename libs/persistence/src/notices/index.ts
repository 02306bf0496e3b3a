export { nudgePeople } from './nudge.js';
export { kindsLeft, liveReminders, lockReminders, peopleToRemind, postponeReminders, sendDigest, type ReminderKind, type WaitingReminder } from './digests.js';
