import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * The window's title names the screen, so that several windows can be told apart. A screen that stood before another
 * for a while (the lock) gives its title back.
 */
export function useDocumentTitle(title: string): void {
  const { t } = useTranslation('common');
  const product = t('product');
  useEffect(() => {
    const before = document.title;
    document.title = title === product ? product : `${title} – ${product}`;
    return () => {
      document.title = before;
    };
  }, [title, product]);
}
