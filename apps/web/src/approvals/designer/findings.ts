import type { DefinitionFindingView } from '@fairmark/contracts/approvals';
import type { EditedDocument } from './document.js';
import { nodeAt, placeKey, type Place } from './places.js';
import { allNodes } from './walk.js';

/** A finding with the node at which it is shown and the field inside that node. */
export interface PlacedFinding extends DefinitionFindingView {
  place: Place | null;
  /** Path inside the node; empty for the node as a whole. */
  field: string;
}

const partsOf = (path: string): Place => (path === '' ? [] : path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)));

/** The innermost node on the way to a path. */
function nodeOnPath(document: EditedDocument, path: Place): Place | null {
  const places = new Map(allNodes(document).map(({ place }) => [placeKey(place), place]));
  for (let length = path.length; length > 0; length -= 1) {
    const place = places.get(placeKey(path.slice(0, length)));
    if (place && nodeAt(document, place)) return place;
  }
  return null;
}

/** Puts every finding where it belongs: by the name of its node, else by its path in the document. */
export function placed(document: EditedDocument, findings: readonly DefinitionFindingView[]): PlacedFinding[] {
  return findings.map((finding) => {
    const path = partsOf(finding.path ?? '');
    const onPath = nodeOnPath(document, path);
    const place = onPath ?? allNodes(document).find(({ node }) => node.id === finding.nodeId)?.place ?? null;
    return { ...finding, place, field: placeKey(onPath ? path.slice(onPath.length) : path) };
  });
}

/** Findings of one node; of one of its fields and what lies inside it, when `field` is named. */
export function findingsAt(findings: readonly PlacedFinding[], place: Place, field?: string): PlacedFinding[] {
  const key = placeKey(place);
  return findings.filter((one) => one.place !== null && placeKey(one.place) === key && (field === undefined || one.field === field || one.field.startsWith(`${field}.`)));
}
