import { watchNpm } from '../setup/parent.mjs';

/** npm passes the terminal's Ctrl-C on although the terminal has sent it to everyone: two within this time are one. */
const SAME_KEY_MS = 300;

/**
 * Everything that means "stop": Ctrl-C, SIGTERM, a closed terminal, the death of npm or of the process that put us on the
 * pinned Node. Only a second Ctrl-C means "at once".
 * @param {{ stop: () => void, kill: () => void }} reactions `stop` is called once
 */
export function onStopRequest({ stop, kill }) {
  let asked;
  const ask = () => {
    if (asked !== undefined) return;
    asked = Date.now();
    stop();
  };
  process.on('SIGINT', () => {
    if (asked !== undefined && Date.now() - asked > SAME_KEY_MS) kill();
    else ask();
  });
  process.on('SIGTERM', ask).on('SIGHUP', ask).once('disconnect', ask);
  watchNpm(ask);
  // Progress lines after the terminal has gone must not end the ordered stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
