/**
 * Does work for every item, a few at a time, as people act side by side.
 * @template T, R @param {readonly T[]} items @param {number} atOnce @param {(item: T) => Promise<R>} work @returns {Promise<R[]>}
 */
export async function pooled(items, atOnce, work) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
