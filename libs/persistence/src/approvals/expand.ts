import { ApprovalDefinition } from '@fairmark/contracts/approvals';
import { allNodes, expandDefinition, type DefinitionLookup } from '@fairmark/domain/approval';
import type { Executor } from '../database/index.js';
import { definitionVersion } from './definitions.js';

/**
 * A definition with the definitions that it takes in put in their place, as they stand in the store: what runs never changes with them. Undefined when one of
 * them is missing or they take each other in.
 */
export async function expandStored(read: Executor, definition: ApprovalDefinition): Promise<ApprovalDefinition | undefined> {
  return expandDefinition(definition, await storedParts(read, definition)).definition;
}

/** The definitions that one takes in, and those that they take in, as the store has them. */
export async function storedParts(read: Executor, definition: ApprovalDefinition): Promise<DefinitionLookup> {
  const known = new Map<string, ApprovalDefinition>();
  await collect(read, definition, known);
  return (id, version) => known.get(`${id}/${version}`);
}

async function collect(read: Executor, definition: ApprovalDefinition, known: Map<string, ApprovalDefinition>): Promise<void> {
  for (const node of allNodes(definition.nodes)) {
    if (node.type !== 'subProcess' || known.has(`${node.definitionId}/${node.version}`)) continue;
    const stored = await definitionVersion(read, node.definitionId, node.version);
    const parsed = stored && stored.state !== 'draft' ? ApprovalDefinition.safeParse(stored.document) : undefined;
    if (!parsed?.success) continue;
    known.set(`${node.definitionId}/${node.version}`, parsed.data);
    await collect(read, parsed.data, known);
  }
}
