import pg from 'pg';

/** A connection that only reads. @param {string} url */
export async function openDatabase(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('set default_transaction_read_only = on');
  return { read: async (query, values = []) => (await client.query(query, values)).rows, close: () => client.end() };
}
