/**
 * Actions that nobody takes but who is asked in the visit, or stands in for them, in whatever step offers them. The rules of the worker say so; a test there holds this list
 * against them. With it the API knows without asking the worker that a decision will be refused. An action that is missing here is only asked about.
 */
const HOLDER_ACTIONS = new Set([
  'submit', 'accept', 'object', 'approve', 'edit', 'reject', 'return', 'addBefore', 'addAfter', 'addBeside', 'transfer', 'consult', 'opinion', 'confirm', 'answer', 'give', 'seen', 'acknowledge', 'record', 'judge', 'sign', 'vote',
]);

/** Actions that some rule offers in a visit that has ended, too. */
const AFTER_CLOSING = new Set(['takeBack', 'read', 'comment']);

/** Whether only who is asked in the visit, or stands in for them, may take this action. */
export const isOfHolders = (action: string): boolean => HOLDER_ACTIONS.has(action);

/** Whether the action may be offered in a visit that has ended. */
export const mayFollowClosing = (action: string): boolean => AFTER_CLOSING.has(action);
