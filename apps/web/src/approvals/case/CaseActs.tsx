import type { ApprovalOffer, ApprovalView } from '@fairmark/contracts/approvals';
import { Flex, Segmented, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personName } from '../../ui/PersonName.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { OperatorBar, type Act } from './OperatorBar.js';
import { OperatorModal } from './OperatorModal.js';
import { isQuick, operatorOf, type OperatorName } from './operators.js';
import { useNodeTitles } from './useNodeTitles.js';
import { useOperators } from './useOperators.js';

interface Props {
  view: ApprovalView;
  /** Only the task of this visit; without it every task of the reader. */
  visitId?: string;
  /** What the page of the matter offers besides, such as editing; put after the second button. */
  own?: readonly Act[];
  /** Operators for which the page of the matter has a form of its own. */
  except?: readonly OperatorName[];
  /** What the page of the matter calls a decision. */
  labels?: Partial<Record<OperatorName, string>>;
}

/** Everything that the reader may do in a case, and nothing else: the server says what is offered. */
export function CaseActs({ view, visitId, own = [], except = [], labels = {} }: Props) {
  const { t } = useTranslation('approvals');
  const offers = view.offers.filter((one) => visitId === undefined || one.visitId === visitId);
  const [chosen, setChosen] = useState(0);
  const [asking, setAsking] = useState<OperatorName | null>(null);
  const offer = offers[chosen] ?? offers[0];
  const operators = useOperators(view, offer);
  const press = (name: OperatorName) => {
    operators.forget();
    if (isQuick(name)) operators.send(name, {}, () => undefined);
    else setAsking(name);
  };
  const acts = operators.offered.filter((name) => !except.includes(name)).map((name): Act => ({ key: name, label: labels[name] ?? t(`operator.${name}`), danger: operatorOf(name).danger ?? false, onClick: () => press(name) }));
  return (
    <Flex vertical gap={8}>
      {operators.error && !asking && <ProblemAlert error={operators.error} onRetry={operators.retry} />}
      {offers.length > 1 && <Segmented options={offers.map((one, index) => ({ value: index, label: <OfferName offer={one} view={view} /> }))} value={chosen} onChange={setChosen} />}
      {offers.length === 1 && offer?.onBehalfOf && <Typography.Text strong>{t('onBehalfOf', { name: personName(offer.onBehalfOf) })}</Typography.Text>}
      <OperatorBar acts={[...acts.slice(0, 2), ...own, ...acts.slice(2)]} busy={operators.busy} />
      {asking && <OperatorModal name={asking} view={view} offer={offer} busy={operators.busy} error={operators.error} onCancel={() => setAsking(null)} onSend={(values) => operators.send(asking, values, () => setAsking(null))} />}
    </Flex>
  );
}

/** Which task it is, and for whom. */
function OfferName({ offer, view }: { offer: ApprovalOffer; view: ApprovalView }) {
  const { t } = useTranslation('approvals');
  const title = useNodeTitles(view)(offer.nodeId);
  return <>{offer.onBehalfOf ? `${title} · ${t('onBehalfOf', { name: personName(offer.onBehalfOf) })}` : title}</>;
}
