import type { Pool, PoolClient } from 'pg';

/**
 * Gives the place of a lost connection back to the pool. A transaction whose connection breaks off cannot roll back, and the query builder releases
 * a connection only after its rollback has succeeded: without this every broken transaction would keep one place for ever, and after a restart of PostgreSQL
 * under load none would be left.
 */
export function releaseLostConnections(pool: Pool): void {
  const held = new Set<PoolClient>();
  pool.on('acquire', (client) => held.add(client));
  pool.on('release', (_error: Error | undefined, client: PoolClient) => held.delete(client));
  pool.on('connect', (client) => {
    client.on('end', () => {
      if (!held.delete(client)) return;
      const release = client.release.bind(client);
      // Whoever holds it may still release it in the ordinary way; the pool would take a second release for a fault.
      client.release = () => undefined;
      release(true);
    });
  });
}
