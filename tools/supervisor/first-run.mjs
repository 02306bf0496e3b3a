import { hasPeople } from './database.mjs';
import { readHome, recordHome } from './home.mjs';

/**
 * Decides once whether this installation gets the sample company; a load that was broken off goes on at the next start.
 * @param {string} home @param {boolean} wanted @param {string} appUrl
 */
export async function needsSample(home, wanted, appUrl) {
  const { sample } = readHome(home);
  if (sample) return sample === 'loading';
  const needed = wanted && !(await hasPeople(appUrl));
  recordHome(home, { sample: needed ? 'loading' : 'none' });
  return needed;
}

/** @param {string} home */
export const sampleLoaded = (home) => recordHome(home, { sample: 'loaded' });
