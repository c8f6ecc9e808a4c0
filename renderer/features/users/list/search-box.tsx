import { useTranslation } from 'react-i18next';
import { SearchField } from '../../../components/search-field';

interface SearchBoxProps {
  value: string;
  onChange: (value: string) => void;
}

export function SearchBox(props: SearchBoxProps) {
  const { t } = useTranslation('users');
  return <SearchField label={t('toolbar.search')} {...props} />;
}
