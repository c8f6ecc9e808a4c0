import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The window's title names the screen, so that several windows can be told apart. */
export function useDocumentTitle(title: string): void {
  const { t } = useTranslation('common');
  const product = t('product');
  useEffect(() => {
    document.title = title === product ? product : `${title} – ${product}`;
  }, [title, product]);
}
