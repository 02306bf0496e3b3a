import type { ApprovalKind } from '@fairmark/contracts/approvals';
import type { Relation } from '@fairmark/domain/access';

/** What a reader may see of a case besides how it stands. */
export interface Reader {
  id: string;
  relations: ReadonlySet<Relation>;
  /** People for whom the reader may act now. */
  standsInFor: readonly string[];
}

/** Matters whose words may speak of scores. */
const QUIET: readonly ApprovalKind[] = ['goals', 'scores', 'calibration', 'appeals'];
/** Of these the person whom they are about learns the outcome elsewhere, at its time. */
const VEILED: readonly ApprovalKind[] = ['scores', 'calibration', 'appeals'];

const PARTS: readonly Relation[] = ['assignee', 'delegate', 'submitter', 'hr'];

/** Whether the reader only has a copy: a copy never widens who sees scores. */
export const isCopiedOnly = ({ relations }: Reader): boolean => relations.has('copied') && !PARTS.some((part) => relations.has(part)) && !relations.has('self');

/** Words and form of the case. */
export const seesWords = (reader: Reader, kind: ApprovalKind): boolean => !(isCopiedOnly(reader) && QUIET.includes(kind));

/** Of others' decisions about oneself in these matters only who is waited for and until when. */
export const isVeiled = ({ relations }: Reader, kind: ApprovalKind): boolean => relations.has('self') && VEILED.includes(kind);
