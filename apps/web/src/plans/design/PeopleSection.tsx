import type { BilingualText } from '@fairmark/contracts/common';
import { Button, Flex, InputNumber, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { TextFields } from '../../approvals/designer/TextFields.js';
import { Labelled } from '../../ui/Labelled.js';
import { FieldFindings } from './FieldFindings.js';
import { findingsAt, replaced } from './paths.js';
import type { SectionProps } from './sectionProps.js';

interface ListProps {
  title: string;
  texts: readonly BilingualText[];
  disabled: boolean;
  onChange: (texts: BilingualText[]) => void;
}

function TextList({ title, texts, disabled, onChange }: ListProps) {
  const { t } = useTranslation('planDesign');
  return (
    <section aria-label={title}>
      <h4 style={{ marginBlock: 8 }}>{title}</h4>
      {texts.map((text, index) => (
        <Flex key={index} gap={8} align="end">
          <div style={{ flex: 1 }}><TextFields label={t('entry', { no: index + 1 })} value={text} disabled={disabled} onChange={(next) => onChange(replaced(texts, index, next ?? { zh: '' }))} /></div>
          {!disabled && <Button style={{ marginBlockEnd: 12 }} onClick={() => onChange(texts.toSpliced(index, 1))}>{t('remove')}</Button>}
        </Flex>
      ))}
      {!disabled && texts.length < 20 && <Button size="small" onClick={() => onChange([...texts, { zh: '' }])}>{t('add')}</Button>}
    </section>
  );
}

/** What the plan does for people: motivators and hygiene factors apart, support, recognition of who opted in. */
export function PeopleSection({ editor, disabled }: SectionProps) {
  const { t } = useTranslation('planDesign');
  const { document, findings } = editor;
  const { motivation, recognition, support } = document;
  return (
    <Flex vertical gap={12}>
      <FieldFindings findings={['motivation', 'support', 'recognition'].flatMap((path) => findingsAt(findings, path))} />
      <TextList title={t('people.motivators')} texts={motivation.motivators} disabled={disabled} onChange={(motivators) => editor.change({ ...document, motivation: { ...motivation, motivators } })} />
      <TextList title={t('people.hygiene')} texts={motivation.hygiene} disabled={disabled} onChange={(hygiene) => editor.change({ ...document, motivation: { ...motivation, hygiene } })} />
      <TextList title={t('people.support')} texts={support} disabled={disabled} onChange={(next) => editor.change({ ...document, support: next })} />
      <Labelled label={t('people.leaderboard')} note={t('people.optIn')}>{(id) => <Switch id={id} disabled={disabled} checked={recognition.leaderboard} onChange={(leaderboard) => editor.change({ ...document, recognition: { ...recognition, leaderboard } })} />}</Labelled>
      <Labelled label={t('people.places')}>{(id) => <InputNumber id={id} disabled={disabled} min={1} max={20} precision={0} value={recognition.places} onChange={(places) => editor.change({ ...document, recognition: { ...recognition, places: places ?? 1 } })} />}</Labelled>
      <Labelled label={t('people.star')}>{(id) => <Switch id={id} disabled={disabled} checked={recognition.starOfMonth} onChange={(starOfMonth) => editor.change({ ...document, recognition: { ...recognition, starOfMonth } })} />}</Labelled>
    </Flex>
  );
}
