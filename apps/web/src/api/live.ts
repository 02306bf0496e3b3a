import type { QueryClient } from '@tanstack/react-query';

/** The browser connects again by itself after a lost connection, but not after a refusal, as when a session has ended. */
const AGAIN_MS = 5_000;

/**
 * Follows the live events of the server. An event only says that something moved: what is on screen is read again. After a lost
 * connection everything is read again, because events may have been missed.
 */
export function followLive(client: QueryClient): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let opened = false;
  const connect = (): void => {
    const next = new EventSource('/api/live');
    source = next;
    next.onopen = () => {
      if (opened) void client.invalidateQueries();
      opened = true;
    };
    next.addEventListener('change', () => void client.invalidateQueries({ refetchType: 'active' }));
    next.onerror = () => {
      if (next.readyState === EventSource.CLOSED) timer = setTimeout(connect, AGAIN_MS);
    };
  };
  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
