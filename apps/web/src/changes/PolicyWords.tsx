import type { ChangePreview } from '@fairmark/contracts/changes';
import { ProcessKindName } from '@fairmark/contracts/inbox';
import { useTranslation } from 'react-i18next';
import { colon } from '../ui/punctuation.js';

/** Which policy counts for which kind of process. */
export function PolicyWords({ policies }: { policies: ChangePreview['policies'] }) {
  const { t } = useTranslation('changes');
  const words = ProcessKindName.options.flatMap((process) => {
    const policy = policies[process];
    return policy ? [`${t(`steps:kind.${process}`)}${colon()}${t(`policy.${policy}`)}`] : [];
  });
  return <>{words.join(' · ')}</>;
}
