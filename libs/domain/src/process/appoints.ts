/** Why of a task with which HR appoints somebody. It gives no right to decide the step itself: HR never enters goals, scores or decisions. */
export const APPOINTS = 'hrAppoints';
