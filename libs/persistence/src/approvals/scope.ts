/** Where the approvers of a case come from: the person it is about, a department, a calibration session, a plan version. */
export interface ApprovalScope {
  subjectId: string | null;
  departmentId: string | null;
  sessionId?: string | null;
  /** The review inside which it is asked: its managers are those whom the policies of the review name. */
  reviewId?: string;
  /** The day as of which the line of managers is read, where the case stays with the old ones after a change. */
  lineAsOf?: string;
  /** Its sheets name the departments that countersign. */
  planVersionId?: string | null;
  /** Its sponsor, its named reviewers and the heads of its departments are approvers. */
  rolloutId?: string;
  /** People chosen by the submitter, by node. */
  chosen?: Record<string, string[]>;
  /** Parties of the case: they drop out of roles and pools that somebody else holds too. */
  partyIds?: string[];
  /** Decides the order of a draw; the same case always draws alike. */
  seed?: string;
}
