import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessEntry } from '../../../../core/contract/access';
import type { RoleModel } from '../../../../core/domain/role';
import { AccessRow } from './access-row';
import { AccessTableRoot } from './access-table-root';
import type { AccessQuestion } from './use-access';
import { useAccessTexts } from './use-access-texts';

interface AccessTableProps {
  entries: readonly AccessEntry[];
  /** As roles were named then. */
  roleModel: RoleModel;
  question: AccessQuestion;
  now: number;
  /** Below the last row. */
  foot: ReactNode;
}

/** People by name, each with their role, how and by whom they had got in, and what ended it. */
export function AccessTable({ entries, roleModel, question, now, foot }: AccessTableProps) {
  const { t } = useTranslation('audit');
  const texts = useAccessTexts(roleModel, question, now);
  const everySite = question.siteId === null;
  const aDay = question.before - question.from > 1;
  return (
    // Scrolls by keyboard as well, having nothing in it to take the focus.
    <AccessTableRoot tabIndex={0} role="region" aria-label={t('access.table.label')}>
      <table className={everySite ? 'everySite' : undefined}>
        <thead>
          <tr>
            <th>{t('access.table.person')}</th>
            <th className="role">{t('access.table.role')}</th>
            {everySite && <th className="site">{t('access.table.site')}</th>}
            {aDay && <th className="when">{t('access.table.when')}</th>}
            <th className="act">{t('access.table.granted')}</th>
            <th className="end">{t('access.table.ended')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <AccessRow
              key={`${entry.userId} ${entry.site?.id ?? ''} ${entry.from}`}
              entry={entry}
              texts={texts}
              everySite={everySite}
              aDay={aDay}
            />
          ))}
        </tbody>
      </table>
      {foot}
    </AccessTableRoot>
  );
}
