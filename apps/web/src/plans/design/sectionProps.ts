import type { DraftEditor } from './useDraftEditor.js';

/** What every part of the designer gets. */
export interface SectionProps {
  editor: DraftEditor;
  /** The version cannot be edited: it is in review, approved, in use or retired. */
  disabled: boolean;
}
