import { Inject, Injectable } from '@nestjs/common';
import type { CreateCycle, CyclePeople, CyclePeopleQuery, CycleSummary, CycleView, LaunchCycle, PopulationPreview, PopulationQuery, PreflightView, UpdateCycle } from '@fairmark/contracts/cycles';
import { accessErrors } from '@fairmark/contracts/errors';
import { aggregatedView } from '@fairmark/domain/cycles';
import { createCycle, cyclePeople, cycleView, launchCycle, listCycles, loadCycle, preflightView, previewPopulation, runPreflight, updateCycle, type CycleRow } from '@fairmark/persistence/cycles';
import { Database } from '@fairmark/persistence/database';
import type { Config } from '@fairmark/runtime/config';
import { CONFIG } from '../infrastructure/index.js';
import { ApiError } from '../problems/index.js';

const now = (): string => new Date().toISOString();

/** Cycles: drafts, who would take part, what would go wrong, the launch, and how far it is. */
@Injectable()
export class CyclesService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(): Promise<CycleSummary[]> {
    return listCycles(this.database.read);
  }

  /** @param single whether the reader may see departments and small numbers */
  async view(id: string, single: boolean): Promise<CycleView> {
    const view = (await cycleView(this.database.read, id, now())) ?? missing();
    return single ? view : aggregatedView(view);
  }

  create(body: CreateCycle, actorId: string): Promise<string> {
    return this.database.transaction((tx) => createCycle(tx, body, { actorId, allowSeconds: this.config.allowSecondDurations }));
  }

  async update(id: string, body: UpdateCycle, actorId: string): Promise<CycleView> {
    await this.database.transaction((tx) => updateCycle(tx, id, body, { actorId, allowSeconds: this.config.allowSecondDurations }));
    return this.view(id, true);
  }

  async population(id: string, query: PopulationQuery): Promise<PopulationPreview> {
    return previewPopulation(this.database.read, await this.cycle(id), query, now());
  }

  people(id: string, query: CyclePeopleQuery): Promise<CyclePeople> {
    return cyclePeople(this.database.read, id, query, now());
  }

  async preflight(id: string): Promise<PreflightView> {
    const result = await runPreflight(this.database.read, await this.cycle(id), { now: now(), allowSeconds: this.config.allowSecondDurations });
    return preflightView(this.database.read, result);
  }

  /** Answers how many people start. @throws DomainError with a code of `CycleErrors` */
  launch(cycleId: string, { expectedPeople }: LaunchCycle, actorId: string): Promise<number> {
    return this.database.transaction((tx) => launchCycle(tx, { cycleId, actorId, expectedPeople, now: now(), allowSeconds: this.config.allowSecondDurations }));
  }

  private async cycle(id: string): Promise<CycleRow> {
    return (await loadCycle(this.database.read, id)) ?? missing();
  }
}

function missing(): never {
  throw new ApiError(accessErrors.objectNotFound);
}
