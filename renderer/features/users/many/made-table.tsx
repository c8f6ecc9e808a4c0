import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Made } from './lines';
import { ListTableRoot } from './list-table-root';

/** Who was invited, with the code that is shown only here. */
export const MadeTable = memo(function MadeTable({ made }: { made: readonly Made[] }) {
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
          {made.map(({ ready }) => (
            <tr key={ready.id}>
              <td>{ready.email}</td>
              <td className="code">{ready.code}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ListTableRoot>
  );
});
