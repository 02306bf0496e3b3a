const EVERY_MS = 500;

/**
 * Notices the death of npm: nobody tells a script about it. Without npm a script may well outlive the shell that started it.
 * @param {() => void} gone @param {NodeJS.ProcessEnv} [env]
 */
export function watchNpm(gone, env = process.env) {
  if (env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, EVERY_MS);
  timer.unref();
}
