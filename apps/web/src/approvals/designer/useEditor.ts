import type { ApprovalNodeInput, DefinitionVersionView } from '@fairmark/contracts/approvals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditedDocument, NodeType } from './document.js';
import { newNode } from './newNode.js';
import { bothLanguages } from './bothLanguages.js';
import { inserted, moved, movedPlace, removed, withAt, type Place } from './places.js';

/** The document while it is edited, and the node that is open. What came from the server stays the base until it is saved. */
export function useEditor(version: DefinitionVersionView, initial: EditedDocument) {
  const { t } = useTranslation('approvals');
  const [document, setDocument] = useState(initial);
  const [base, setBase] = useState(initial);
  const [selected, setSelected] = useState<Place | null>(null);
  const [changedAt, setChangedAt] = useState(version.changedAt);
  const titles = { step: bothLanguages(t, 'newTitle.step'), copy: bothLanguages(t, 'newTitle.copy') };
  return {
    document, selected, changedAt, change: setDocument, select: setSelected,
    /** Something is not saved yet; something was changed since the page was opened. */
    edited: document !== base, touched: document !== initial,
    add: (list: Place, index: number, type: NodeType) => {
      setDocument(inserted(document, list, index, newNode(document, type, titles)));
      setSelected([...list, index]);
    },
    setNode: (place: Place, node: ApprovalNodeInput) => setDocument(withAt(document, place, node)),
    move: (place: Place, step: -1 | 1) => {
      setDocument(moved(document, place, step));
      setSelected(movedPlace(document, place, step) ?? place);
    },
    remove: (place: Place) => {
      setSelected(null);
      setDocument(removed(document, place));
    },
    saved: (sent: EditedDocument, at: string | null) => {
      setBase(sent);
      setChangedAt(at);
    },
  };
}

export type Editor = ReturnType<typeof useEditor>;
