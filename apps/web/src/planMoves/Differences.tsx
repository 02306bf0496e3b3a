import type { SheetDifference } from '@fairmark/contracts/planMoves';
import type { PlanDifference, PlanPart } from '@fairmark/contracts/plans';
import { Collapse, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { showBp, showCenti } from '../ui/format.js';
import { textOf } from '../ui/text.js';

/** Lines of a long list; the rest is counted. */
const MOST = 50;

/** A value as the field means it: basis points as a share, hundredths as points. */
function shown(field: string, value: unknown): string {
  if (typeof value === 'number') return field.endsWith('Bp') ? showBp(value) : field.endsWith('Centi') ? showCenti(value) : String(value);
  return value === undefined ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Where two versions of a plan differ, part by part. */
export function PlanDifferences({ differences }: { differences: readonly PlanDifference[] }) {
  const { t } = useTranslation('planMoves');
  if (differences.length === 0) return <Typography.Text type="secondary">{t('sameDocument')}</Typography.Text>;
  const parts = [...new Set(differences.map((one) => one.part))];
  const label = (part: PlanPart) => `${t(`part.${part}`)} (${differences.filter((one) => one.part === part).length})`;
  return <Collapse size="small" items={parts.map((part) => ({ key: part, label: label(part), children: <Lines differences={differences.filter((one) => one.part === part)} /> }))} />;
}

function Lines({ differences }: { differences: readonly PlanDifference[] }) {
  const { t } = useTranslation('planMoves');
  return (
    <Flex vertical gap={4}>
      {differences.slice(0, MOST).map((difference) => <Line key={difference.path} difference={difference} />)}
      {differences.length > MOST && <Typography.Text type="secondary">{t('more', { count: differences.length - MOST })}</Typography.Text>}
    </Flex>
  );
}

/** Where it is, by the keys of the document, and its last part by the name of the field. */
function Line({ difference: { path, change, before, after } }: { difference: PlanDifference }) {
  const { t } = useTranslation('planMoves');
  const [, ...keys] = path.split('.');
  const field = keys.at(-1) ?? path;
  const place = [...keys.slice(0, -1).filter((key) => key !== 'items'), t(`field.${field}`, { defaultValue: field })].join(' · ');
  return <span style={{ overflowWrap: 'anywhere' }}>{place}{change === 'changed' ? t('from', { from: shown(field, before), to: shown(field, after) }) : t(`change.${change}`)}</span>;
}

/** What would differ for one person, in words. */
export function useSheetDifference(): (difference: SheetDifference) => string {
  const { t } = useTranslation('planMoves');
  return ({ kind, name, from, to }) => {
    const values = { name: textOf(name), from: from === null ? '–' : kind === 'target' ? from : showBp(Number(from)), to: to === null ? '–' : kind === 'target' ? to : showBp(Number(to)) };
    return t(`sheet.${kind}`, values);
  };
}
