import type { AppealView } from '@fairmark/contracts/appeals';
import { Card, Flex, Tag, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { colon } from '../ui/punctuation.js';
import { itemText, valueText } from './itemText.js';
import { PaperLink } from './PapersField.js';
import { ToneTag } from '../ui/ToneTag.js';

const Text = ({ children }: { children: ReactNode }) => <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', marginBlockEnd: 4 }}>{children}</Typography.Paragraph>;

/** The case itself: grounds, papers, what the manager and the person said, and who hears it. */
export function CaseCards({ appeal }: { appeal: AppealView }) {
  const { t } = useTranslation('appeals');
  return (
    <>
      {appeal.items.length > 0 && <Grounds appeal={appeal} />}
      {appeal.secondLevel && <Card size="small" title={`${t('secondLevel.title')} · ${t(`secondLevel.ground.${appeal.secondLevel.ground}`)}`}><Text>{appeal.secondLevel.text}</Text></Card>}
      {appeal.papersRequest && (
        <Card size="small" title={`${t('papers.request')} · ${showInstant(appeal.papersRequest.askedAt)}`}>
          <Text>{appeal.papersRequest.text}</Text>
          {appeal.papersRequest.answer && <Text>{appeal.papersRequest.answer}</Text>}
        </Card>
      )}
      {appeal.papers.length > 0 && <Papers appeal={appeal} />}
      {appeal.statement && <Card size="small" title={`${t('statement.title')} · ${personName(appeal.statement.author)} · ${showInstant(appeal.statement.at)}`}><Text>{appeal.statement.text}</Text></Card>}
      {appeal.panel && <PanelCard panel={appeal.panel} />}
    </>
  );
}

function Grounds({ appeal }: { appeal: AppealView }) {
  const { t } = useTranslation('appeals');
  return (
    <Card size="small" title={`${t('grounds')} · ${showInstant(appeal.filedAt)}`}>
      {appeal.items.map((line, index) => (
        <div key={index} style={{ marginBlockEnd: 12 }}>
          <Flex wrap gap={8}><Typography.Text strong>{itemText(line)}</Typography.Text><Tag>{t(`ground.${line.ground}`)}</Tag>{line.value && <span>{t('contested', { value: valueText(line.value) })}</span>}{line.rescored && <ToneTag tone="info">{t('rescored', { value: valueText(line.rescored) })}</ToneTag>}</Flex>
          <Text>{line.text}</Text>
        </div>
      ))}
    </Card>
  );
}

function Papers({ appeal }: { appeal: AppealView }) {
  const { t } = useTranslation('appeals');
  return (
    <Card size="small" title={t('papers.title')}>
      {appeal.papers.map((paper) => <div key={paper.id}><PaperLink reviewId={appeal.reviewId} paper={paper} /> <Tag>{paper.evidenceSet ? t('papers.set', { number: paper.evidenceSet }) : t('papers.ofManager')}</Tag></div>)}
    </Card>
  );
}

function PanelCard({ panel }: { panel: NonNullable<AppealView['panel']> }) {
  const { t } = useTranslation('appeals');
  const groups = (['members', 'alternates', 'replaced'] as const).filter((group) => panel[group].length > 0);
  return <Card size="small" title={t('panel.title')}>{groups.map((group) => <div key={group}>{t(`panel.${group}`)}{colon()}{panel[group].map(personName).join(t('common:listSeparator'))}</div>)}</Card>;
}
