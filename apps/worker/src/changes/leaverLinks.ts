import type { Database } from '@fairmark/persistence/database';
import { leaversToWrite, sendLeaverLink } from '@fairmark/persistence/identity';
import { repeat, type BackgroundTask } from '@fairmark/runtime/background';
import type { Config } from '@fairmark/runtime/config';
import type { Logger } from '@fairmark/runtime/logging';
import { sealText } from '@fairmark/runtime/temporal';

const EVERY_MS = 60_000;
const PAGE = 50;

/** Sends people who left the link to their result (rules §11), whichever comes later: the publication or their last day. */
export function startLeaverLinks(database: Database, config: Pick<Config, 'codecKeys'>, logger: Logger): BackgroundTask {
  return repeat('leaverLinks', EVERY_MS, logger, async () => void (await writeToLeavers(database, config)));
}

/** One look. Answers how many links were sent; who has no address outside the company is invited by HR in person. */
export async function writeToLeavers(database: Database, config: Pick<Config, 'codecKeys'>): Promise<number> {
  return database.transaction(async (tx) => {
    const found = await leaversToWrite(tx, PAGE);
    for (const review of found) await sendLeaverLink(tx, { ...review, by: null, at: new Date().toISOString() }, (token) => sealText(config.codecKeys, token));
    return found.length;
  });
}
