import { StackError } from '../stack/index.mjs';

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** @param {(line: string) => void} report */
export function progress(report) {
  /**
   * Carries out one step of the start and says that it is done, and how long it took.
   * @template T @param {string} name @param {() => Promise<T>} work
   * @param {{ long?: boolean, describe?: (result: T) => string }} [options] `long`: also announced, so that nobody thinks it hangs
   * @returns {Promise<T>}
   */
  return async (name, work, { long = false, describe } = {}) => {
    const started = Date.now();
    if (long) report(`… ${name}`);
    const result = await work();
    report(`✓ ${describe ? describe(result) : name} (${seconds(started)})`);
    return result;
  };
}

/** One line a person can act on, whatever failed. @param {unknown} error */
export function oneLine(error) {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof StackError && error.code === 'DISK_FULL') && /no space left|disk is full|ENOSPC/i.test(message)) return `The disk is full. Free some space and start again. (${message})`;
  return message;
}
