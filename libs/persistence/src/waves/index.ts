export { chosenCommunities, releaseCommunities, storeCheck, takeCommunities, takenCommunities } from './communities.js';
export { beginWave, storeWavePause, wavePause, waveSettingsOf, type WavePause } from './rows.js';
