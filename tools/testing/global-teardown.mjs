/** Jest global tear-down: stops what this project's set-up started, nothing else. */
export default async function globalTeardown() {
  await globalThis.fairmarkTestStack?.stop();
}
