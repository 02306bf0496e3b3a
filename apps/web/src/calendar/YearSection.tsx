import type { CalendarYear } from '@fairmark/contracts/calendar';
import { Alert, Button, Flex, InputNumber, Select, Typography } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDepartments } from '../org/queries.js';
import { QueryState } from '../ui/QueryState.js';
import { ToneTag } from '../ui/ToneTag.js';
import { AnnounceYear } from './AnnounceYear.js';
import { CompanyDay } from './CompanyDay.js';
import { MonthGrid } from './MonthGrid.js';
import { DAY_KINDS, toneOf } from './dayTones.js';
import { useYear } from './queries.js';

const HOME = 'CN';

/** A year of a country; a day is chosen to make it a day off or a working day of the company. */
export function YearSection() {
  const { t } = useTranslation('calendar');
  const departments = useDepartments().data?.departments ?? [];
  const countries = [...new Set([HOME, ...departments.map((one) => one.country)])];
  const [country, setCountry] = useState(HOME);
  const [year, setYear] = useState(() => dayjs().year());
  return (
    <Flex vertical gap={12}>
      <Flex wrap gap={8} align="center">
        <Select aria-label={t('country')} value={country} onChange={setCountry} options={countries.map((value) => ({ value, label: t(`countries.${value}`, { defaultValue: value }) }))} style={{ width: 140 }} />
        <InputNumber aria-label={t('year')} value={year} min={2000} max={2100} precision={0} onChange={(value) => value !== null && setYear(value)} style={{ width: 100 }} />
      </Flex>
      <QueryState query={useYear(country, year)}>{(view) => <Year view={view} />}</QueryState>
    </Flex>
  );
}

function Year({ view }: { view: CalendarYear }) {
  const { t } = useTranslation('calendar');
  const [day, setDay] = useState<string | null>(null);
  const [announcing, setAnnouncing] = useState(false);
  const company = view.days.filter(({ kind }) => kind === 'company');
  return (
    <Flex vertical gap={12}>
      {!view.official && <Alert type="warning" showIcon title={t('provisional', { year: view.year })} action={<Button size="small" onClick={() => setAnnouncing(true)}>{t('announce.open')}</Button>} />}
      <Flex wrap gap={8} align="center"><Typography.Text>{t('workingDays', { count: view.workingDays })}</Typography.Text>{DAY_KINDS.map((kind) => <ToneTag key={kind} tone={toneOf(kind)}>{t(`kind.${kind}`)}</ToneTag>)}</Flex>
      {company.length > 0 && <Flex wrap gap={8}>{company.map((one) => <Button key={one.day} size="small" onClick={() => setDay(one.day)}>{one.day} {one.name ?? t(one.working ? 'working' : 'off')}</Button>)}</Flex>}
      <Typography.Text type="secondary">{t('chooseDay')}</Typography.Text>
      <MonthGrid year={view} onDay={setDay} />
      {day && <CompanyDay country={view.country} day={day} known={view.days.find((one) => one.day === day)} onClose={() => setDay(null)} />}
      {announcing && <AnnounceYear country={view.country} year={view.year} onClose={() => setAnnouncing(false)} />}
    </Flex>
  );
}
