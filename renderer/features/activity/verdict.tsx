import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditVerdict } from '../../../core/contract/audit';
import { StatusLabel } from '../../components/status-label';
import { useFormat } from '../../i18n/format';

/** Whether the log holds, the first entry that doesn't, and what such a check can't see. */
export function Verdict({ verdict }: { verdict: AuditVerdict }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const { problem, entries, desks, erasedNames, anchor, restores } = verdict;
  return (
    <Box role="status" sx={{ display: 'grid', gap: 2.5, overflowWrap: 'anywhere' }}>
      <Typography variant="section" component="div">
        <StatusLabel tone={problem === null ? 'active' : 'expired'} label={t(titleOf(problem))} />
      </Typography>
      <Typography>
        {problem === null
          ? t('verify.wholeText')
          : t(`verify.problem.${problem.kind}`, { n: format.number(problem.n) })}
      </Typography>
      {problem !== null && (
        <Line>
          {problem.at !== null && (
            <span>
              {t('verify.itSays', { when: format.dateTime(problem.at), action: problem.action ?? '' })}
            </span>
          )}
          <span>{t('verify.desk', { desk: problem.deskId })}</span>
        </Line>
      )}
      <Line>
        <span>{t('verify.looked', { count: entries })}</span>
        <span>{t('verify.desks', { count: desks })}</span>
        {erasedNames > 0 && <span>{t('verify.erased', { count: erasedNames })}</span>}
      </Line>
      {restores.map(({ at, backupAt, left }) => (
        <Typography key={at} variant="body2" color="secondInk">
          {t('verify.restored', { when: format.dateTime(at), backup: format.dateTime(backupAt) })}{' '}
          {left === null ? t('verify.restoredUnread') : t('verify.restoredLeft', { count: left })}
        </Typography>
      ))}
      <Typography variant="body2" color="secondInk">
        {anchor.state === 'kept'
          ? t('verify.anchor', {
              n: format.number(anchor.n),
              when: format.dateTime(anchor.at),
              since: format.dateTime(anchor.since),
            })
          : t('verify.noAnchor')}
      </Typography>
      <Typography variant="caption" color="thirdInk">
        {t('verify.unseen')}
      </Typography>
    </Box>
  );
}

function titleOf(problem: AuditVerdict['problem']): 'verify.whole' | 'verify.damaged' | 'verify.broken' {
  if (problem === null) return 'verify.whole';
  return problem.kind === 'damaged' ? 'verify.damaged' : 'verify.broken';
}

/** Facts one after the other. */
function Line({ children }: { children: ReactNode }) {
  return (
    <Typography variant="body2" color="secondInk" component="p" sx={line}>
      {children}
    </Typography>
  );
}

const line = { display: 'flex', flexWrap: 'wrap', columnGap: 2 } as const;
