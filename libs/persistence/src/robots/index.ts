export { createRobotChannel, departmentExists, disableRobotChannel, robotChannelById, robotChannels, type NewRobotChannel } from './channels.js';
export { advanceRobot, calendarOfRobot, nextDueRobot, waitingInGroup, type DueRobot } from './due.js';
export { noteRobotFailure, noteRobotSent, robotTarget, settleWebhook, takeWebhook, type RobotTarget } from './deliveries.js';
