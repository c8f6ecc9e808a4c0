import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { ReadyInvitation } from '../../../../core/contract/invitations';
import { RefusalAlert } from '../../../components/refusal-alert';
import { DialogStep } from '../../../components/step-dialog';
import { useCan } from '../../../ipc/app-state';
import { RequestError } from '../../../ipc/client';
import { useRequest } from '../../../ipc/query';
import type { Report } from './invite-many-dialog';
import { isCorrectable, type Line } from './lines';
import { ReportLines } from './report-lines';
import { useHandOver } from './use-hand-over';

interface ReportStepProps {
  made: readonly ReadyInvitation[];
  report: Report;
  /** Back to the list, with what can be put right. */
  onCorrect: (leave: readonly Line[]) => void;
  onClose: () => void;
}

export function ReportStep({ made, report, onCorrect, onClose }: ReportStepProps) {
  const { t } = useTranslation('many');
  const handOver = useHandOver(made);
  const mayKnow = useCan()('mail.read');
  const { data: mail } = useRequest('mail.status', {}, { enabled: mayKnow });
  const mailed = mail?.setUp === true && made.length > 0;
  const { leave } = report;
  const untried = leave.filter(({ fate }) => fate.outcome === 'untried').length;
  return (
    <DialogStep
      intro={
        <>
          {t('report.intro', { count: made.length })} {mailed && t('report.mailed')}{' '}
          {untried > 0 && t('report.untried', { count: untried })}
        </>
      }
      alert={<RefusalAlert error={handOver.error ?? report.error ?? limitOf(report)} />}
      onSubmit={onClose}
      foot={
        <>
          <Typography role="status" variant="body2" sx={said}>
            {handOver.said}
          </Typography>
          {made.length > 0 && (
            <>
              <Button onClick={handOver.print} disabled={handOver.printing}>
                {t('report.printSlips')}
              </Button>
              <Button onClick={handOver.save} disabled={handOver.saving}>
                {t('report.saveList')}
              </Button>
            </>
          )}
          {leave.some(isCorrectable) && (
            <Button onClick={() => onCorrect(leave)}>{t('report.correct')}</Button>
          )}
          <Button type="submit" variant="contained">
            {t('report.done')}
          </Button>
        </>
      }
    >
      <ReportLines made={made} leave={leave} />
      {handOver.sheet}
    </DialogStep>
  );
}

/** The licence as the act found it: full, when a line got no seat. */
function limitOf({ leave, seats }: Report): RequestError | null {
  for (const { fate } of leave)
    if (fate.outcome === 'refused' && fate.error.code === 'licence.users')
      return new RequestError(fate.error);
  const unfinished = leave.some(({ fate }) => fate.outcome === 'untried');
  if (seats === null || unfinished) return null;
  return new RequestError({ code: 'licence.users', data: { ...seats, used: seats.limit } });
}

const said = {
  mr: 'auto',
  color: 'secondInk',
  overflowWrap: 'anywhere',
  minWidth: 0,
  flex: '1 1 160px',
} as const;
