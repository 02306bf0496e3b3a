import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useVisit } from '../../inbox/queries.js';
import { useApproval } from '../queries.js';
import { CaseActs } from './CaseActs.js';
import type { Act } from './OperatorBar.js';
import type { OperatorName } from './operators.js';

interface Props {
  visitId: string;
  own?: readonly Act[];
  except?: readonly OperatorName[];
  /** What the page of the matter calls a decision. */
  labels?: Partial<Record<OperatorName, string>>;
  /** What is shown in a visit that belongs to no approval. */
  children: ReactNode;
}

/** The operators of an approval on the page of the matter that is decided: the same bar as on the page of the approval. */
export function VisitOperators({ visitId, own = [], except = [], labels = {}, children }: Props) {
  const visit = useVisit(visitId);
  const approval = useApproval(visit.data?.approvalId);
  if (visit.isPending || approval.isLoading) return <Skeleton.Button active />;
  return approval.data ? <CaseActs view={approval.data} visitId={visitId} own={own} except={except} labels={labels} /> : <>{children}</>;
}
