import process from 'node:process';

/** Aborted when this process is asked to end: by a signal, or because its supervisor is gone (the IPC channel closes). */
export function stopRequest(): AbortSignal {
  const requested = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => requested.abort());
  if (process.send) process.on('disconnect', () => requested.abort());
  return requested.signal;
}
