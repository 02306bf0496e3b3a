import { useTranslation } from 'react-i18next';
import { RequestApproval } from './RequestApproval.js';

interface Props {
  indicatorId: string;
  subPeriod: string;
  department: { id: string; name: string };
}

/** HR asks whether scoring may go on with data below the needed quality. */
export function RequestMissingValue({ indicatorId, subPeriod, department }: Props) {
  const { t } = useTranslation('approvals');
  return (
    <RequestApproval
      purpose="missingValue" departmentId={department.id} size="small" label={t('submit.missingValue', { department: department.name })} title={t('submit.missingValueTitle', { indicator: indicatorId, period: subPeriod })}
      bodyOf={(submission) => ({ purpose: 'missingValue', indicatorId, subPeriod, departmentId: department.id, ...submission })}
    />
  );
}
