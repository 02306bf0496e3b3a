export { isTrainee, recordTraining, traineesIn } from './records.js';
