import type { PlanDocument, PlanDraftSaved, PlanFinding, PlanOverride } from '@fairmark/contracts/plans';
import { request } from '../../api/client.js';
import { Problem } from '../../api/problem.js';

/** What is saved of a draft. */
export interface DraftContent {
  document: PlanDocument;
  overrides: PlanOverride[];
}

/** Sends a draft with the revision that was answered last. After a refusal nothing is sent any more; what never arrived is thrown, to be tried again. */
export class DraftSender {
  private refused = false;

  constructor(
    private readonly path: string,
    private revision: number,
    private readonly onFound: (findings: readonly PlanFinding[]) => void,
    private readonly onRefused: (problem: Problem) => void,
  ) {}

  async send(body: DraftContent): Promise<void> {
    if (this.refused) return;
    try {
      const saved = await request<PlanDraftSaved>('PUT', this.path, { body: { ...body, revision: this.revision } });
      this.revision = saved.revision;
      this.onFound(saved.findings);
    } catch (error) {
      if (!(error instanceof Problem) || error.outcomeUnknown || error.body.status >= 500) throw error;
      this.refused = true;
      this.onRefused(error);
    }
  }
}
