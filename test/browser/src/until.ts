import { setTimeout as pause } from 'node:timers/promises';

const ASK_EVERY_MS = 300;
const GIVE_UP_MS = 90_000;

/** Asks again and again until there is an answer. @throws when none comes */
export async function until<T>(what: string, ask: () => Promise<T | undefined | null | false>): Promise<T> {
  const end = Date.now() + GIVE_UP_MS;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`This did not happen in time: ${what}.`);
    await pause(ASK_EVERY_MS);
  }
}
