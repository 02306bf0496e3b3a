import type { ApprovalNodeInput } from '@fairmark/contracts/approvals';
import type { EditedDocument } from './document.js';

/** Where something stands in a document: keys and positions from the root, as the findings of the server write it (`nodes.0.branches.1.nodes.2`). */
export type Place = readonly (string | number)[];

type Json = Record<string | number, unknown>;

const child = (value: unknown, key: string | number): unknown => (typeof value === 'object' && value !== null ? (value as Json)[key] : undefined);

/** What stands at a place; undefined when nothing does. */
export const at = (document: EditedDocument, place: Place): unknown => place.reduce<unknown>(child, document);

/** The document with something else at a place; everything beside the way to it stays the same object. */
export function withAt(document: EditedDocument, place: Place, value: unknown): EditedDocument {
  return replaced(document, place, value) as EditedDocument;
}

function replaced(whole: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  const inner = replaced(child(whole, key), rest, value);
  return Array.isArray(whole) ? whole.map((item: unknown, index) => (index === key ? inner : item)) : { ...(whole as Json), [key]: inner };
}

const listAt = (document: EditedDocument, place: Place): ApprovalNodeInput[] => (at(document, place) as ApprovalNodeInput[] | undefined) ?? [];
const split = (place: Place): { list: Place; index: number } => ({ list: place.slice(0, -1), index: Number(place.at(-1)) });

/** The node at a place. */
export const nodeAt = (document: EditedDocument, place: Place): ApprovalNodeInput | undefined => at(document, place) as ApprovalNodeInput | undefined;

/** A node put into a sequence before the one that stands at `index`. */
export const inserted = (document: EditedDocument, list: Place, index: number, node: ApprovalNodeInput): EditedDocument => withAt(document, list, listAt(document, list).toSpliced(index, 0, node));

export function removed(document: EditedDocument, place: Place): EditedDocument {
  const { list, index } = split(place);
  return withAt(document, list, listAt(document, list).toSpliced(index, 1));
}

/** The place where a node stands after it moved by `step` in its sequence; undefined at its end. */
export function movedPlace(document: EditedDocument, place: Place, step: -1 | 1): Place | undefined {
  const { list, index } = split(place);
  const next = index + step;
  return next < 0 || next >= listAt(document, list).length ? undefined : [...list, next];
}

export function moved(document: EditedDocument, place: Place, step: -1 | 1): EditedDocument {
  const node = nodeAt(document, place);
  const to = movedPlace(document, place, step);
  return node && to ? inserted(removed(document, place), split(to).list, split(to).index, node) : document;
}

/** A place as a key. */
export const placeKey = (place: Place): string => place.join('.');
