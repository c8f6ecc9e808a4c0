import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { auditTopics } from '../../../core/domain/audit';
import { FilterSelect } from '../../components/filter-select';
import { useRequest } from '../../ipc/query';
import { DayFields } from './day-fields';
import { type Filters, spans } from './filters';
import { PersonFilter } from './person-filter';

interface FilterFieldsProps {
  filters: Omit<Filters, 'text'>;
  onChange: (part: Partial<Filters>) => void;
}

/** Who, whom, what, where and when: in a row above the list, or one below the other behind a button in a narrow window. */
export const FilterFields = memo(function FilterFields({ filters, onChange }: FilterFieldsProps) {
  const { t } = useTranslation(['audit', 'common']);
  const { data } = useRequest('sites.list', {});
  const any = t('common:any');
  return (
    <>
      <PersonFilter
        // Emptied from outside, it forgets what was typed in it too.
        key={`who ${filters.who?.id ?? ''}`}
        label={t('audit:filters.who')}
        value={filters.who}
        onChange={(who) => onChange({ who })}
        withInvited={false}
      />
      <PersonFilter
        key={`whom ${filters.whom?.id ?? ''}`}
        label={t('audit:filters.whom')}
        value={filters.whom}
        onChange={(whom) => onChange({ whom })}
        withInvited
      />
      <FilterSelect
        label={t('audit:filters.what')}
        anyLabel={any}
        value={filters.topic}
        options={auditTopics.map((topic) => ({ value: topic, label: t(`audit:topic.${topic}`) }))}
        onChange={(value) => onChange({ topic: auditTopics.find((topic) => topic === value) ?? null })}
      />
      <FilterSelect
        label={t('audit:filters.site')}
        anyLabel={any}
        value={filters.siteId}
        options={(data?.sites ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(siteId) => onChange({ siteId })}
      />
      <FilterSelect
        label={t('audit:filters.time')}
        anyLabel={any}
        value={filters.span}
        options={spans.map((span) => ({ value: span, label: t(`audit:span.${span}`) }))}
        onChange={(value) => onChange({ span: spans.find((span) => span === value) ?? null })}
      />
      {filters.span === 'custom' && <DayFields from={filters.from} to={filters.to} onChange={onChange} />}
    </>
  );
});
