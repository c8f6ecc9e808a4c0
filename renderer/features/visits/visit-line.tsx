import { memo } from 'react';
import type { VisitRow, VisitTab } from '../../../core/contract/visits';
import { initials } from '../../../core/domain/name';
import type { VisitState } from '../../../core/domain/visit';
import type { StatusTone } from '../../components/status-label';
import { RowActs } from './row-acts';
import type { VisitActs } from './use-visit-acts';
import type { ShownTime, VisitTexts } from './use-visit-texts';

const tones: Record<VisitState, StatusTone> = {
  expected: 'pending',
  onSite: 'active',
  left: 'inactive',
  cancelled: 'expired',
  expired: 'pending',
};

interface VisitLineProps {
  visit: VisitRow;
  tab: VisitTab;
  texts: VisitTexts;
  /** Room for a column of its own for the purpose; else it stands with the company. */
  wide: boolean;
  /** Just registered. */
  fresh: boolean;
  /** Its own request runs. */
  pending: boolean;
  /** `null` where nothing can be done with any row. */
  acts: VisitActs['row'] | null;
}

/** Plain elements, styled by `VisitTableRoot`; painted again only when something of its own changed. */
export const VisitLine = memo(function VisitLine(props: VisitLineProps) {
  const { visit, tab, texts, wide, fresh, pending, acts } = props;
  const { t } = texts;
  const visitor = texts.visitor(visit);
  const about = [visit.company, wide ? null : visit.purpose].filter((part) => part !== null).join(' · ');
  const visitorId = `visitor-${visit.id}`;
  return (
    <tr data-visit={visit.id} tabIndex={-1} className={fresh ? 'fresh' : undefined}>
      <td className="visitor">
        <span className="person">
          <span className="initials" aria-hidden>
            {initials(visit.visitorName)}
          </span>
          <span className="lines">
            <span id={visitorId} className={visit.visitorName === null ? 'quiet' : 'name'} title={visitor}>
              {visitor}
            </span>
            {about !== '' && (
              <span className="caption" title={about}>
                {about}
              </span>
            )}
          </span>
        </span>
      </td>
      <td className="host">
        <span className="lines">
          <span title={visit.hostName}>{visit.hostName}</span>
          {visit.hostGone && (
            <span className="caption pending" title={t('row.hostGone')}>
              <span className="dot pending" aria-hidden />
              {t('row.hostGone')}
            </span>
          )}
        </span>
      </td>
      <td>
        <Time time={texts.first(visit, tab)} none={t('common:dash')} />
      </td>
      <td className="second">
        <span className="lines">
          <Time time={texts.second(visit, tab)} none={t('common:dash')} />
          {visit.overdue && <span className="caption expired">{t('row.overdue')}</span>}
        </span>
      </td>
      {wide && (
        <td className="purpose" title={visit.purpose ?? undefined}>
          {visit.purpose}
        </td>
      )}
      {tab === 'history' && (
        <td className="state">
          <span className="status">
            <span className={`dot ${tones[visit.state]}`} aria-hidden />
            {t(`state.${visit.state}`)}
            <Ended at={texts.ended(visit)} />
          </span>
        </td>
      )}
      {acts !== null && (
        <td className="acts">
          <RowActs visit={visit} describedBy={visitorId} pending={pending} acts={acts} t={t} />
        </td>
      )}
    </tr>
  );
});

function Time({ time, none }: { time: ShownTime | null; none: string }) {
  if (time === null) return none;
  return (
    <time dateTime={new Date(time.at).toISOString()} title={time.full}>
      <span aria-hidden>{time.shown}</span>
      <span className="told">{time.full}</span>
    </time>
  );
}

function Ended({ at }: { at: string | null }) {
  return at === null ? null : <span className="caption">{at}</span>;
}
