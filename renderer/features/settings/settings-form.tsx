import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { RefusalAlert } from '../../components/refusal-alert';
import type { RequestError } from '../../ipc/client';
import type { SettingFact } from './setting-fact';

interface SettingsFormProps {
  title: string;
  intro?: string;
  onSubmit: (event: React.SyntheticEvent) => void;
  pending: boolean;
  changed: boolean;
  onDiscard: () => void;
  refusal: RequestError | null;
  /** The refusal says that somebody else saved first. */
  stale: boolean;
  onLoadCurrent: () => void;
  /** What somebody else had saved, once it was asked for. */
  loaded: readonly SettingFact[] | null;
  /** More on the refusal, below it; or what came of another act than saving. */
  more?: ReactNode;
  /** Buttons beside **Save**. */
  tools?: ReactNode;
  children: ReactNode;
}

/** One panel of settings: fields, what was refused, **Save**, and **Discard** while something isn't saved. */
export function SettingsForm(props: SettingsFormProps) {
  const { title, intro, refusal, stale, loaded, changed } = props;
  const { t } = useTranslation(['settings', 'common']);
  const id = useId();
  return (
    <Panel labelledBy={`${id}-title`}>
      <Box component="form" noValidate onSubmit={props.onSubmit}>
        <Typography id={`${id}-title`} variant="section" component="h2">
          {title}
        </Typography>
        {intro !== undefined && (
          <Typography color="secondInk" sx={{ mt: 0.5 }}>
            {intro}
          </Typography>
        )}
        <Box sx={{ display: 'grid', gap: 5, mt: 5, mb: 6 }}>{props.children}</Box>
        <Box sx={{ display: 'grid', gap: 3, mb: 5, '&:empty': { display: 'none' } }}>
          <RefusalAlert
            error={refusal}
            action={
              stale ? <Button onClick={props.onLoadCurrent}>{t('settings:form.loadCurrent')}</Button> : null
            }
          />
          {props.more}
          {loaded !== null && (
            <Notice>
              {t('settings:form.loaded')}{' '}
              {loaded
                .map(({ label, value }) => t('common:changedTo', { field: label, current: value }))
                .join(' ')}
            </Notice>
          )}
        </Box>
        <Box sx={foot}>
          <Button type="submit" variant="contained" disabled={props.pending}>
            {t('settings:form.save')}
          </Button>
          {props.tools}
          {changed && (
            <>
              <Button onClick={props.onDiscard}>{t('settings:form.discard')}</Button>
              <Typography variant="body2" color="thirdInk">
                {t('settings:form.unsaved')}
              </Typography>
            </>
          )}
        </Box>
      </Box>
    </Panel>
  );
}

const foot = {
  display: 'flex',
  alignItems: 'center',
  gap: 3,
  pt: 5,
  borderTop: 1,
  borderColor: 'line',
} as const;
