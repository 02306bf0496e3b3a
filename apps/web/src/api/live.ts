import type { QueryClient } from '@tanstack/react-query';

/**
 * Follows the live events of the server. An event only says that something moved: what is on screen is read again. After a lost
 * connection everything is read again, because events may have been missed.
 */
export function followLive(client: QueryClient): () => void {
  const source = new EventSource('/api/live');
  let opened = false;
  source.onopen = () => {
    if (opened) void client.invalidateQueries();
    opened = true;
  };
  source.onmessage = () => void client.invalidateQueries({ refetchType: 'active' });
  return () => source.close();
}
