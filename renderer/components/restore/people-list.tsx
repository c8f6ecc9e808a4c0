import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

interface Named {
  name: string;
  email: string;
}

interface PeopleListProps<P extends Named> {
  title: string;
  people: { total: number; named: readonly P[] };
  /** What is told of each besides. */
  more?: (person: P) => ReactNode;
}

/** Who it is about, by name; nothing when it is nobody. */
export function PeopleList<P extends Named>({ title, people, more }: PeopleListProps<P>) {
  const { t } = useTranslation('restore');
  const id = useId();
  if (people.total === 0) return null;
  const unnamed = people.total - people.named.length;
  return (
    <section aria-labelledby={id}>
      <Typography id={id} variant="label" component="h3">
        {title}
      </Typography>
      <Box component="ul" sx={list}>
        {people.named.map((person) => (
          <Box component="li" key={person.email} sx={{ overflowWrap: 'anywhere' }}>
            {person.name}{' '}
            <Typography component="span" variant="body2" color="thirdInk">
              {person.email}
            </Typography>
            {more !== undefined && (
              <Typography variant="caption" component="p" color="secondInk">
                {more(person)}
              </Typography>
            )}
          </Box>
        ))}
        {unnamed > 0 && (
          <Typography component="li" color="secondInk">
            {t('more', { count: unnamed })}
          </Typography>
        )}
      </Box>
    </section>
  );
}

/** Long lists scroll by themselves, so that what follows stays in reach. */
const list = {
  display: 'grid',
  gap: 1,
  m: 0,
  mt: 1,
  p: 0,
  listStyle: 'none',
  maxHeight: 168,
  overflowY: 'auto',
} as const;
