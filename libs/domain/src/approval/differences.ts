import type { DefinitionDifference } from '@fairmark/contracts/approvals';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/**
 * Where two documents differ, in the order of the newer one. Nodes are compared by their id wherever they stand, so that a node that only moved is told as moved
 * and not as a whole list that changed.
 */
export function definitionDifferences(before: Json, after: Json): DefinitionDifference[] {
  const [old, young] = [nodesOf(before), nodesOf(after)];
  const around = compare({ ...before, nodes: undefined, version: undefined }, { ...after, nodes: undefined, version: undefined }, '', null);
  const nodes = [...young].flatMap(([id, node]) => nodeDifferences(id, old.get(id), node));
  const gone = [...old].filter(([id]) => !young.has(id)).map(([id, node]): DefinitionDifference => ({ path: `nodes.${id}`, nodeId: id, change: 'removed', before: node.content }));
  return [...around, ...nodes, ...gone];
}

interface Place {
  /** The node without the nodes inside it. */
  content: Json;
  /** The node before it in its list, and the list. */
  where: string;
}

function nodeDifferences(id: string, old: Place | undefined, node: Place): DefinitionDifference[] {
  if (!old) return [{ path: `nodes.${id}`, nodeId: id, change: 'added', after: node.content }];
  const moved: DefinitionDifference[] = old.where === node.where ? [] : [{ path: `nodes.${id}`, nodeId: id, change: 'moved', before: old.where, after: node.where }];
  return [...moved, ...compare(old.content, node.content, `nodes.${id}`, id)];
}

/** Every node of a document by its id, those inside branches too. */
function nodesOf(document: Json): Map<string, Place> {
  const found = new Map<string, Place>();
  const walk = (nodes: unknown, list: string): void => {
    if (!Array.isArray(nodes)) return;
    let previous = '';
    for (const node of nodes.filter(isObject)) {
      const id = String(node['id']);
      const { branches, otherwise, ...content } = node;
      found.set(id, { content: { ...content, ...branchesOf(branches) }, where: `${list}/${previous}` });
      if (Array.isArray(branches)) branches.filter(isObject).forEach((branch, index) => walk(branch['nodes'], `${list}/${id}[${index}]`));
      walk(isObject(otherwise) ? otherwise['nodes'] : otherwise, `${list}/${id}[otherwise]`);
      previous = id;
    }
  };
  walk(document['nodes'], '');
  return found;
}

/** Of a branch its condition and title belong to the block; its nodes stand for themselves. */
function branchesOf(branches: unknown): Json {
  if (!Array.isArray(branches)) return {};
  return { branches: branches.filter(isObject).map(({ nodes: _nodes, ...rest }) => rest) };
}

function compare(before: unknown, after: unknown, path: string, nodeId: string | null): DefinitionDifference[] {
  if (same(before, after)) return [];
  if (isObject(before) && isObject(after)) return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => compare(before[key], after[key], path ? `${path}.${key}` : key, nodeId));
  if (before === undefined) return [{ path, nodeId, change: 'added', after }];
  return [after === undefined ? { path, nodeId, change: 'removed', before } : { path, nodeId, change: 'changed', before, after }];
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  return isObject(value) ? Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined).sort(([a], [b]) => a.localeCompare(b)).map(([key, item]) => [key, sorted(item)])) : value;
}
