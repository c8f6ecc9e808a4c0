import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state';
import { RowsSkeleton } from '../../../components/rows-skeleton';
import { useErrorText } from '../../../i18n/error-text';
import { AccessProgress } from './access-progress';
import { AccessTable } from './access-table';
import type { AccessQuestion, useAccess } from './use-access';
import { useNobody } from './use-nobody';

interface AccessListProps {
  access: ReturnType<typeof useAccess>;
  /** `null`: no day is chosen. */
  question: AccessQuestion | null;
  now: number;
}

/** The table, or why there is none. */
export function AccessList({ access, question, now }: AccessListProps) {
  const { t } = useTranslation('audit');
  const errorText = useErrorText();
  const nobody = useNobody(now);
  const page = access.data?.pages[0];
  if (question === null) {
    return (
      <Box sx={panel}>
        <EmptyState title={t('access.empty.noDay')} text={t('access.empty.noDayHint')} />
      </Box>
    );
  }
  if (access.error !== null || page === undefined) {
    return (
      <Box sx={panel} aria-busy={access.error === null}>
        {access.error === null ? (
          <>
            <AccessProgress key={JSON.stringify(question)} />
            <RowsSkeleton rows={8} />
          </>
        ) : (
          <EmptyState
            title={t('access.failed.title')}
            text={errorText(access.error.error)}
            action={<Button onClick={() => void access.refetch()}>{t('access.failed.retry')}</Button>}
          />
        )}
      </Box>
    );
  }
  if (page.total === 0) {
    return (
      <Box sx={panel} role="status">
        <EmptyState {...nobody(page, question)} />
      </Box>
    );
  }
  const table = (
    <AccessTable
      entries={access.data?.pages.flatMap(({ entries }) => entries) ?? []}
      roleModel={page.roleModel}
      question={question}
      now={now}
      foot={
        access.hasNextPage && (
          <Box sx={{ display: 'flex', justifyContent: 'center', py: 2.5 }}>
            <Button disabled={access.isFetchingNextPage} onClick={() => void access.fetchNextPage()}>
              {t('access.more')}
            </Button>
          </Box>
        )
      }
    />
  );
  if (!access.isPlaceholderData) return table;
  // What was asked before stays until the new answer is there.
  return (
    <>
      <AccessProgress key={JSON.stringify(question)} />
      {table}
    </>
  );
}

const panel = {
  border: 1,
  borderColor: 'line',
  borderRadius: 1,
  bgcolor: 'surface',
  overflow: 'hidden',
} as const;
