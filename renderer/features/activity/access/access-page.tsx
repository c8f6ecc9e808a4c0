import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { PageHead } from '../../../components/page-head';
import { useCan, useNow } from '../../../ipc/app-state';
import { useRequest } from '../../../ipc/query';
import { useSettled } from '../use-settled';
import { AccessExportDialog } from './access-export-dialog';
import { AccessFields } from './access-fields';
import { AccessList } from './access-list';
import { addressOf, momentsOf, type Wanted, wantedFrom } from './asked';
import { useAccess } from './use-access';
import { useAccessFacts } from './use-access-facts';

/** "Who had access to this site on 3 March, and who granted it?" (product.md §9) */
export function AccessPage() {
  const { t } = useTranslation('audit');
  const can = useCan();
  const now = useNow();
  const [address, setAddress] = useSearchParams();
  const [text, setText] = useState('');
  const [exporting, setExporting] = useState(false);
  const { data } = useRequest('sites.list', {});
  const sites = data?.sites ?? [];
  const wanted = wantedFrom(address, now, sites[0]?.id ?? null);
  const { siteId, day, time } = wanted;
  const searched = useSettled(text);
  const known = data !== undefined;
  const question = useMemo(() => {
    const moments = momentsOf({ day, time });
    return moments === null || !known ? null : { siteId, ...moments, text: searched.trim() };
  }, [siteId, day, time, known, searched]);
  const access = useAccess(question);
  const facts = useAccessFacts(access.data?.pages[0] ?? null, question);
  const people = access.data?.pages[0]?.people ?? 0;
  const change = (part: Partial<Wanted>) => setAddress(addressOf({ ...wanted, ...part }), { replace: true });

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
      <PageHead
        title={t('access.title')}
        facts={facts ?? t('access.facts')}
        actions={
          <>
            <Button component={Link} to="/activity">
              {t('access.back')}
            </Button>
            {can('audit.export') && question !== null && people > 0 && (
              <Button onClick={() => setExporting(true)}>{t('export.act')}</Button>
            )}
          </>
        }
      />
      <AccessFields
        wanted={wanted}
        text={text}
        sites={sites}
        now={now}
        onChange={change}
        onSearch={setText}
      />
      <AccessList access={access} question={question} now={now} />
      {exporting && question !== null && (
        <AccessExportDialog
          question={{ siteId, from: question.from, before: question.before }}
          onClose={() => setExporting(false)}
        />
      )}
    </Box>
  );
}
