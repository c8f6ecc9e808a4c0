import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../../core/contract/visits';
import type { VisitState as State } from '../../../core/domain/visit';
import { StatusLabel, type StatusTone } from '../../components/status-label';
import { useFormat } from '../../i18n/format';

const tones: Record<State, StatusTone> = {
  expected: 'pending',
  onSite: 'active',
  left: 'inactive',
  cancelled: 'expired',
  expired: 'pending',
};

/** How a past visit ended, and when, where no other column says so. */
export function VisitState({ visit, now }: { visit: VisitRow; now: number }) {
  const { t } = useTranslation('visits');
  const format = useFormat();
  const { state, cancelledAt, expectedDepartureAt } = visit;
  const at = state === 'expired' ? expectedDepartureAt : cancelledAt;
  return (
    <StatusLabel
      tone={tones[state]}
      label={t(`state.${state}`)}
      note={at === null ? null : format.moment(at, now)}
    />
  );
}
