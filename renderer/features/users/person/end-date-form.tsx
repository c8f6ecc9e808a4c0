import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserDetail } from '../../../../core/contract/users';
import { describedBy, FieldFrame, fieldIds } from '../../../components/field-frame';
import type { FieldProblem } from '../../../components/field-problem';
import { RefusalAlert } from '../../../components/refusal-alert';
import { useFormat } from '../../../i18n/format';
import { useNow } from '../../../ipc/app-state';
import { useSend } from '../../../ipc/query';
import { notify } from '../../../stores/notifications';
import { endOfDay, lastDay } from './end-date';

/** Until when somebody has access: a day, which is set or removed by pressing, not by leaving the field. */
export function EndDateForm({ user }: { user: UserDetail }) {
  const { t } = useTranslation('users');
  const format = useFormat();
  const today = lastDay(useNow() + 1);
  const ids = fieldIds(useId());
  const stored = user.leavesAt === null ? '' : lastDay(user.leavesAt);
  /** What was typed and not set yet; `null`: what is stored. */
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const day = typed ?? stored;
  const removes = stored !== '' && (day === stored || day === '');

  const set = useSend('users.setEndDate', {
    onSuccess: (_answer, { leavesAt }) => {
      setTyped(null);
      notify(
        leavesAt === null
          ? t('endDate.removed', { name: user.displayName })
          : t('endDate.done', { name: user.displayName, day: format.date(leavesAt - 1) }),
      );
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!removes && day === '') return setProblem({ text: t('endDate.choose'), refusal: false });
    setProblem(null);
    set.mutate({ id: user.id, version: user.version, leavesAt: removes ? null : endOfDay(day) });
  };

  const helper =
    user.leavesAt === null ? t('endDate.helper') : t('endDate.set', { day: format.date(user.leavesAt - 1) });
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
      <FieldFrame ids={ids} label={t('endDate.label')} helper={helper} problem={problem}>
        <Box sx={{ display: 'flex', gap: 2 }}>
          <OutlinedInput
            id={ids.control}
            type="date"
            value={day}
            onChange={({ target }) => {
              setTyped(target.value);
              setProblem(null);
            }}
            error={problem !== null}
            slotProps={{
              input: { min: today, max: '9999-12-31', 'aria-describedby': describedBy(ids, helper, problem) },
            }}
            sx={{ flex: 1, minWidth: 0, minHeight: 36, '& input': { py: 1.5 } }}
          />
          <Button type="submit" disabled={set.isPending}>
            {t(removes ? 'endDate.remove' : 'endDate.submit')}
          </Button>
        </Box>
      </FieldFrame>
      <RefusalAlert error={set.error} />
    </Box>
  );
}
