import type { VisitRow } from '../../../core/contract/visits';
import { useCan } from '../../ipc/app-state';
import type { VisitActs } from './use-visit-acts';
import type { VisitTexts } from './use-visit-texts';

interface RowActsProps {
  visit: VisitRow;
  /** Id of the visitor's name: every row's buttons are called the same. */
  describedBy: string;
  pending: boolean;
  acts: VisitActs['row'];
  t: VisitTexts['t'];
}

export function RowActs({ visit, describedBy, pending, acts, t }: RowActsProps) {
  const can = useCan();
  const common = { type: 'button', 'aria-describedby': describedBy, disabled: pending } as const;
  const expected = visit.state === 'expected';
  return (
    <>
      {expected && can('visit.cancel') && (
        <button {...common} className="act away" onClick={() => acts.cancel(visit)}>
          {t('acts.cancel')}
        </button>
      )}
      {expected && can('visit.checkIn') && (
        <button {...common} className="act" onClick={() => acts.checkIn(visit)}>
          {t('acts.checkIn')}
        </button>
      )}
      {visit.state === 'onSite' && can('visit.checkOut') && (
        <button {...common} className="act" onClick={() => acts.checkOut(visit)}>
          {t('acts.checkOut')}
        </button>
      )}
    </>
  );
}
