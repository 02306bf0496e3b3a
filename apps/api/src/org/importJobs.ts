import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { applyImport, checkImport } from '@fairmark/persistence/org';
import { Database } from '@fairmark/persistence/database';
import type { Logger } from '@fairmark/runtime/logging';
import { LOGGER } from '../infrastructure/index.js';

export interface ImportJob {
  id: string;
  act: 'check' | 'apply';
  by: string;
  /** Day from which rows without a date hold. */
  today: string;
  /** Bytes of the files. */
  size: number;
}

/** Below this the import is over before a process of its own would have started. */
const inlineBytes = 1024 * 1024;
/** A large import keeps a heap of its own: planning 100,000 rows leaves much garbage, and without a limit V8 lets it grow past 600 MB. */
export const IMPORT_MEMORY = ['--max-old-space-size=320', '--max-semi-space-size=8'];
const script = path.join(import.meta.dirname, '..', 'orgImport.js');

/** Runs dry runs and imports beside the requests. Nothing is lost when the process dies: an import is written whole or not at all. */
@Injectable()
export class ImportJobs implements BeforeApplicationShutdown {
  private readonly running = new Set<Promise<void>>();
  private readonly children = new Set<ChildProcess>();

  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Starts a job; its progress and outcome stand in the row of the import. */
  start(job: ImportJob): void {
    const run = (job.size > inlineBytes && existsSync(script) ? this.inChild(job) : this.inline(job))
      .catch((error: unknown) => this.logger.error({ err: error, importId: job.id }, 'import failed'))
      .finally(() => this.running.delete(run));
    this.running.add(run);
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const child of this.children) child.kill('SIGTERM');
    await Promise.all(this.running);
  }

  private async inline({ id, act, by, today }: ImportJob): Promise<void> {
    if (act === 'check') await checkImport(this.database, id, today);
    else await applyImport(this.database, id, by, today);
  }

  private async inChild({ id, act, by, today }: ImportJob): Promise<void> {
    const child = fork(script, [act, id, by, today], { execArgv: IMPORT_MEMORY, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.children.add(child);
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => (code === 0 ? resolve() : reject(new Error(`The import process ended with ${signal ?? code}`))));
    }).finally(() => this.children.delete(child));
  }
}
