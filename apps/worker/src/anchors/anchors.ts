import { changedHeads } from '@fairmark/persistence/audit';
import type { Database } from '@fairmark/persistence/database';
import { repeat, type BackgroundTask } from '@fairmark/runtime/background';
import type { Logger } from '@fairmark/runtime/logging';
import { appendAnchors, cutTornLine, readAnchors } from './file.js';

const EVERY_MS = 60_000;
/** A head is stamped when its transaction begins and seen when it commits: looks overlap by this much. */
const OVERLAP_MINUTES = 15;

/** Writes new heads of audit chains to a file outside the database: who rewrites a chain does not rewrite that file with it. */
export class Anchors {
  private known: Map<string, number> | undefined;

  constructor(
    private readonly database: Database,
    private readonly file: string,
  ) {}

  /** Appends the heads that moved since the last look, all of them at the first one. Answers how many. */
  async write(): Promise<number> {
    const known = this.known;
    const anchored = known ?? (await this.load());
    const heads = await changedHeads(this.database.read, known ? OVERLAP_MINUTES : null);
    const fresh = heads.filter((head) => head.seq > (anchored.get(head.chain) ?? 0));
    await appendAnchors(this.file, fresh);
    for (const head of fresh) anchored.set(head.chain, head.seq);
    this.known = anchored;
    return fresh.length;
  }

  private async load(): Promise<Map<string, number>> {
    await cutTornLine(this.file);
    const { anchors } = await readAnchors(this.file);
    return new Map(anchors.map(({ chain, seq }) => [chain, seq]));
  }
}

/** Anchors every minute, and once more when the worker stops. */
export function startAnchors(database: Database, file: string, logger: Logger): BackgroundTask {
  const anchors = new Anchors(database, file);
  const task = repeat('anchors', EVERY_MS, logger, async () => void (await anchors.write()));
  return {
    stop: async () => {
      await task.stop();
      await anchors.write();
    },
  };
}
