import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusDot } from '../../../components/status-label';
import type { Line } from './lines';
import { ListTableRoot } from './list-table-root';
import { useFateTexts } from './use-fate-texts';

/** Lines of a list with what becomes of each, or became. */
export const ListTable = memo(function ListTable({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation('many');
  const texts = useFateTexts();
  return (
    <ListTableRoot tabIndex={0} role="group" aria-label={t('table.label')}>
      <table>
        <thead>
          <tr>
            <th className="number">{t('table.line')}</th>
            <th className="address">{t('table.address')}</th>
            <th className="outcome">{t('table.outcome')}</th>
            <th>{t('table.note')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ number, typed, fate }) => (
            <tr key={number}>
              <td className="number">{number}</td>
              <td>{typed}</td>
              <td>
                <span className="state">
                  <StatusDot tone={texts.tone(fate.outcome)} />
                  {texts.outcome(fate.outcome)}
                </span>
              </td>
              <td className="note">{texts.note(fate, typed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ListTableRoot>
  );
});
