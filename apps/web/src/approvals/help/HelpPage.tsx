import { Link } from '@tanstack/react-router';
import { Anchor, Button, Card, Flex, Grid, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/PageTitle.js';

interface Section {
  title: string;
  text: string;
  points: Record<string, { term: string; text: string }>;
}

/** How HR defines an approval process, from the first draft to its use. The text stands beside the other texts of the application, in both languages. */
export function HelpPage() {
  const { t } = useTranslation('approvalHelp');
  const wide = Grid.useBreakpoint().lg ?? true;
  const sections = Object.entries(t('section', { returnObjects: true }) as Record<string, Section>);
  return (
    <>
      <PageTitle title={t('title')}><Link to="/approval-definitions"><Button>{t('approvals:title')}</Button></Link></PageTitle>
      <Flex gap={24} align="flex-start">
        <Flex vertical gap={16} style={{ flex: 1, minWidth: 0 }}>
          <Typography.Paragraph style={{ margin: 0 }}>{t('intro')}</Typography.Paragraph>
          {sections.map(([key, section], index) => <Part key={key} id={key} no={index + 1} section={section} />)}
        </Flex>
        {wide && <nav aria-label={t('contents')} style={{ position: 'sticky', top: 72, width: 220 }}><Anchor affix={false} targetOffset={72} items={sections.map(([key, { title }]) => ({ key, href: `#${key}`, title }))} /></nav>}
      </Flex>
    </>
  );
}

function Part({ id, no, section }: { id: string; no: number; section: Section }) {
  return (
    <Card id={id} size="small" title={<h2 style={{ fontSize: 16, margin: 0 }}>{no}. {section.title}</h2>}>
      <Typography.Paragraph>{section.text}</Typography.Paragraph>
      <dl style={{ margin: 0, display: 'grid', gap: 10 }}>
        {Object.entries(section.points).map(([key, { term, text }]) => <div key={key}><dt style={{ fontWeight: 600 }}>{term}</dt><dd style={{ margin: 0 }}>{text}</dd></div>)}
      </dl>
    </Card>
  );
}
