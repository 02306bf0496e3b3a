/** Where the approvers of a case come from: the person it is about, a department, a calibration session. */
export interface ApprovalScope {
  subjectId: string | null;
  departmentId: string | null;
  sessionId?: string | null;
}
