import { Link } from '@tanstack/react-router';
import { Alert, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../ui/QueryState.js';
import { useReadiness } from './queries.js';
import { ToneTag } from '../ui/ToneTag.js';

/** "Ready for the first cycle", with links to what is missing. */
export function ReadinessList() {
  const { t } = useTranslation('org');
  return (
    <QueryState query={useReadiness()}>
      {({ ready, findings }) => (
        <Flex vertical gap={12}>
          <Alert type={ready ? 'success' : 'warning'} showIcon title={t(ready ? 'readiness.ready' : 'readiness.notReady')} />
          {findings.map((finding) => (
            <Flex key={finding.code} wrap gap={8} align="center">
              <ToneTag tone={finding.severity === 'blocking' ? 'bad' : 'warn'}>{t(`readiness.${finding.severity}`)}</ToneTag>
              <Link to={finding.link as '/org'}>{t(`readiness.code.${finding.code}`, { count: finding.count })}</Link>
              <Typography.Text type="secondary">{finding.subjects.slice(0, 5).join(t('common:listSeparator'))}{finding.count > 5 ? ' …' : ''}</Typography.Text>
            </Flex>
          ))}
        </Flex>
      )}
    </QueryState>
  );
}
