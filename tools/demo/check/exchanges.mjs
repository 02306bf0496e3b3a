import { readFileSync } from 'node:fs';

/** The driver's log. A last line that a killed driver left unfinished is dropped. @param {string} file @returns {import('../driver/log.mjs').Exchange[]} */
export function readExchanges(file) {
  return readFileSync(file, 'utf8').split('\n').flatMap((line) => {
    try {
      return line ? [JSON.parse(line)] : [];
    } catch {
      return [];
    }
  });
}
