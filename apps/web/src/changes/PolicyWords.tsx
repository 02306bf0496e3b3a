import type { ChangePreview } from '@fairmark/contracts/changes';
import { ProcessKindName } from '@fairmark/contracts/inbox';
import { useTranslation } from 'react-i18next';
import { colon } from '../ui/punctuation.js';

interface Props {
  policies: ChangePreview['policies'];
  /** Only these kinds of process. */
  of?: ReadonlySet<string>;
}

/** Which policy counts for which kind of process. */
export function PolicyWords({ policies, of }: Props) {
  const { t } = useTranslation('changes');
  const words = ProcessKindName.options.flatMap((process) => {
    const policy = policies[process];
    return policy && (!of || of.has(process)) ? [`${t(`steps:kind.${process}`)}${colon()}${t(`policy.${policy}`)}`] : [];
  });
  return <>{words.join(' · ')}</>;
}
