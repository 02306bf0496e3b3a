import { Injectable } from '@nestjs/common';
import { ApprovalDefinition, type CreateDefinitionDraft, type DefinitionDifferences, type DefinitionDocument, type DefinitionFindingView, type DefinitionView, type DefinitionVersionView, type DifferencesQuery, type SaveDefinitionDraft } from '@fairmark/contracts/approvals';
import { ApprovalStoreErrors } from '@fairmark/contracts/errors';
import { definitionDifferences, purposeRefusal, purposesShippedAs } from '@fairmark/domain/approval';
import { definitionVersion, definitionVersions, draftOf, dropDefinitionDraft, expandStored, insertDraft, moveDefinition, saveDraft, usesOf, type StoredDefinition } from '@fairmark/persistence/approvals';
import { appendAudit } from '@fairmark/persistence/audit';
import { Database, type Executor } from '@fairmark/persistence/database';
import { ApiError } from '../problems/index.js';
import { findingsOf } from './findings.js';
import { mustKeepDefinitions } from './keepers.js';
import { definitionView } from './definitionView.js';

const CHAIN = 'approval-definitions';

/** Definitions under edit and in use. Everything that is written leaves a line in the audit record. */
@Injectable()
export class DefinitionsService {
  constructor(private readonly database: Database) {}

  async list(): Promise<DefinitionView[]> {
    const { read } = this.database;
    const [versions, uses] = [await definitionVersions(read), await usesOf(read)];
    return [...new Set(versions.map((one) => one.id))].map((id) => definitionView(id, versions.filter((one) => one.id === id), uses));
  }

  async version(id: string, version: number): Promise<DefinitionVersionView> {
    return this.viewOf(await this.found(id, version));
  }

  check(document: DefinitionDocument): Promise<DefinitionFindingView[]> {
    return findingsOf(this.database.read, document);
  }

  async create({ id, document }: CreateDefinitionDraft, actorId: string): Promise<DefinitionVersionView> {
    const version = await this.write(actorId, async (tx) => {
      const made = await insertDraft(tx, id, document, actorId);
      if (made === undefined) throw new ApiError(ApprovalStoreErrors.draftExists, { id });
      return { result: made, action: 'approvalDefinition.drafted', object: `${id}/${made}` };
    });
    return this.version(id, version);
  }

  /** Faults are kept with the draft: a document is rarely right while it is being written. */
  async save(id: string, { document, changedAt }: SaveDefinitionDraft, actorId: string): Promise<DefinitionVersionView> {
    const draft = await draftOf(this.database.read, id);
    if (!draft) throw new ApiError(ApprovalStoreErrors.noDraft, { id });
    await this.write(actorId, async (tx) => {
      if (!(await saveDraft(tx, id, document, actorId, changedAt))) throw new ApiError(ApprovalStoreErrors.draftChanged, { id });
      return { result: undefined, action: 'approvalDefinition.saved', object: `${id}/${draft.version}` };
    });
    return this.version(id, draft.version);
  }

  async drop(id: string, actorId: string): Promise<void> {
    await this.write(actorId, async (tx) => {
      if (!(await dropDefinitionDraft(tx, id))) throw new ApiError(ApprovalStoreErrors.noDraft, { id });
      return { result: undefined, action: 'approvalDefinition.dropped', object: id };
    });
  }

  /** From now on the version never changes, and new cases of the purposes that name it start with it. */
  async publish(id: string, version: number, actorId: string): Promise<DefinitionVersionView> {
    const draft = await this.found(id, version);
    const findings = await findingsOf(this.database.read, draft.document, { forPublication: true });
    if (findings.some((finding) => finding.severity === 'error')) throw new ApiError(ApprovalStoreErrors.hasErrors, { findings });
    await this.mustSuitItsPurposes(draft);
    await this.move(id, version, 'published', actorId);
    return this.version(id, version);
  }

  /** Whatever names the definition starts with the new version from now on. @throws {ApiError} why a purpose cannot */
  private async mustSuitItsPurposes({ id, document }: StoredDefinition): Promise<void> {
    const whole = await expandStored(this.database.read, ApprovalDefinition.parse(document));
    if (!whole) throw new ApiError(ApprovalStoreErrors.notPublished, { id });
    const named = (await usesOf(this.database.read, id)).map(({ purpose }) => purpose);
    for (const purpose of new Set([...named, ...purposesShippedAs(id)])) {
      const refusal = purposeRefusal(purpose, whole);
      if (refusal) throw new ApiError(refusal, { id, purpose });
    }
  }

  /** New cases use the next older published version; one that a purpose still needs stays. */
  async retire(id: string, version: number, actorId: string): Promise<DefinitionVersionView> {
    const { read } = this.database;
    if ((await this.found(id, version)).shipped) throw new ApiError(ApprovalStoreErrors.shipped, { id, version });
    const others = (await definitionVersions(read, id)).filter((one) => one.version !== version && one.state === 'published');
    if (others.length === 0 && (await usesOf(read, id)).length > 0) throw new ApiError(ApprovalStoreErrors.inUse, { id });
    await this.move(id, version, 'retired', actorId);
    return this.version(id, version);
  }

  async differences(id: string, { from, to }: DifferencesQuery): Promise<DefinitionDifferences> {
    const [before, after] = [await this.found(id, from), await this.found(id, to)];
    return { differences: definitionDifferences(before.document, after.document) };
  }

  private async move(id: string, version: number, to: 'published' | 'retired', actorId: string): Promise<void> {
    await this.write(actorId, async (tx) => {
      if (!(await moveDefinition(tx, { id, version }, to, actorId))) throw new ApiError(to === 'published' ? ApprovalStoreErrors.noDraft : ApprovalStoreErrors.notPublished, { id, version });
      return { result: undefined, action: `approvalDefinition.${to}`, object: `${id}/${version}` };
    });
  }

  private async found(id: string, version: number): Promise<StoredDefinition> {
    const found = await definitionVersion(this.database.read, id, version);
    if (!found) throw new ApiError(ApprovalStoreErrors.unknownDefinition, { id, version });
    return found;
  }

  private async viewOf(stored: StoredDefinition): Promise<DefinitionVersionView> {
    return { ...stored, findings: await findingsOf(this.database.read, stored.document) };
  }

  private async write<T>(actorId: string, work: (tx: Executor) => Promise<{ result: T; action: string; object: string }>): Promise<T> {
    await mustKeepDefinitions(this.database.read, actorId);
    return this.database.transaction(async (tx) => {
      const { result, action, object } = await work(tx);
      await appendAudit(tx, CHAIN, { actorId }, new Date().toISOString(), [{ action, object }]);
      return result;
    });
  }
}
