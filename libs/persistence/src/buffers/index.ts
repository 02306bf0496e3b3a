export { bufferOf, checkInCount, checkInsOf, type BufferRow, type CheckInRow, type Judgement } from './rows.js';
export { bufferView } from './view.js';
export { hasConsequence, holdCheckIn, insertBuffer, planCheckIns, updateBuffer } from './write.js';
