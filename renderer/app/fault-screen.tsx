import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

/** Fills what is left of the window: the whole of it, or the content beside the rail. */
export function FaultScreen({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation('common');
  return (
    <Box
      sx={{ display: 'grid', placeContent: 'center', justifyItems: 'start', gap: 2, height: '100%', p: 8 }}
    >
      <Typography variant="title" component="h1">
        {t('fault.title')}
      </Typography>
      <Typography color="secondInk" sx={{ maxWidth: 480, mb: 3 }}>
        {t('fault.text')}
      </Typography>
      <Button variant="contained" onClick={onAgain}>
        {t('fault.again')}
      </Button>
    </Box>
  );
}
