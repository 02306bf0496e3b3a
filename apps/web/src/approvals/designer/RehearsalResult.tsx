import type { ApprovalRehearsal, RehearsedNode } from '@fairmark/contracts/approvals';
import { Alert, Card, Flex, Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../../ui/format.js';
import { personName } from '../../ui/PersonName.js';
import { textOf } from '../../ui/text.js';
import { ToneTag } from '../../ui/ToneTag.js';
import { atDeadlineText } from '../deadlineText.js';
import type { EditedDocument } from './document.js';
import { findingText } from './FindingsPanel.js';
import { allNodes } from './walk.js';

const type = { approved: 'success', waits: 'warning', refused: 'error' } as const;

/** The way that the case would take: people, order, deadlines; and what would go wrong. */
export function RehearsalResult({ rehearsal, document }: { rehearsal: ApprovalRehearsal; document: EditedDocument }) {
  const { t } = useTranslation('approvals');
  const nameOf = (id: string | null | undefined): string => {
    const node = allNodes(document).find((one) => one.node.id === id)?.node;
    return node ? (node.title ? textOf(node.title) : t(`type.${node.type}`)) : (id ?? t('findings.process'));
  };
  const problems = [...rehearsal.findings.map(({ nodeId, ...one }) => ({ ...one, nodeId: nodeId ?? null })), ...rehearsal.problems];
  return (
    <Flex vertical gap={12} aria-live="polite">
      <Alert type={type[rehearsal.outcome]} showIcon title={t(`rehearsal.outcome.${rehearsal.outcome}`)} />
      {problems.length > 0 && (
        <Card size="small" title={t('rehearsal.problems')}>
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>{problems.map((one, index) => <li key={index}><ToneTag tone={one.severity === 'error' ? 'bad' : 'warn'}>{t(`findings.${one.severity}`)}</ToneTag>{nameOf(one.nodeId)}{t('condition.colon')}{findingText(t, one)}</li>)}</ul>
        </Card>
      )}
      <Card size="small"><Timeline items={rehearsal.nodes.map((node, index) => ({ key: index, content: <Entry node={node} together={rehearsal.nodes.filter((one) => one.order === node.order).length > 1} /> }))} /></Card>
      {rehearsal.skipped.length > 0 && <Typography.Text type="secondary">{t('rehearsal.skipped', { nodes: rehearsal.skipped.map(nameOf).join(t('common:listSeparator')) })}</Typography.Text>}
    </Flex>
  );
}

function Entry({ node, together }: { node: RehearsedNode; together: boolean }) {
  const { t } = useTranslation('approvals');
  const zone = node.zone ?? undefined;
  const people = node.people.map(({ person, why, state }) => <div key={person.id}>{personName(person)} <Typography.Text type="secondary">{t(`steps:why.${why}`, { defaultValue: why })}</Typography.Text> <ToneTag tone="neutral">{t(`rehearsal.state.${state}`)}</ToneTag></div>);
  const facts = [t('rehearsal.opens', { at: showInstant(node.opensAt, zone) }), node.dueAt && t('common:time.due', { at: showInstant(node.dueAt, zone) }), node.remindAt.length > 0 && t('rehearsal.reminders', { at: node.remindAt.map((one) => showInstant(one, zone)).join(t('common:listSeparator')) }), node.atDeadline && t('inbox:atDeadline', { what: atDeadlineText(t, node.atDeadline) })];
  return (
    <>
      <Typography.Text strong>{node.order}. {textOf(node.title)}</Typography.Text> <ToneTag tone="info">{t(`type.${node.type}`)}</ToneTag>{together && <ToneTag tone="mark">{t('rehearsal.together')}</ToneTag>}
      {people.length > 0 ? people : <div>{t('rehearsal.nobody')}</div>}
      <Typography.Text type="secondary">{facts.filter(Boolean).join(' · ')}</Typography.Text>
    </>
  );
}
