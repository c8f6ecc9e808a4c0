import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadyInvitation } from '../../../../core/contract/invitations';
import { ListTableRoot } from './list-table-root';

/** Who was invited, with the code that is shown only here. */
export const MadeTable = memo(function MadeTable({ made }: { made: readonly ReadyInvitation[] }) {
  const { t } = useTranslation('many');
  return (
    <ListTableRoot tabIndex={0} role="group" aria-label={t('made.label')}>
      <table>
        <thead>
          <tr>
            <th>{t('table.address')}</th>
            <th className="code">{t('made.code')}</th>
          </tr>
        </thead>
        <tbody>
          {made.map(({ id, email, code }) => (
            <tr key={id}>
              <td>{email}</td>
              <td className="code">{code}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ListTableRoot>
  );
});
