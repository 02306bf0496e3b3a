export default async function tearDown() {
  await globalThis.fairmarkBrowserStack?.stop();
}
