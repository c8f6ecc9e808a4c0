import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { VisuallyHidden } from './visually-hidden';

export interface RadioOption<T extends string = string> {
  value: T;
  label: string;
  /** A sentence that explains it; describes the radio, is no part of its name. */
  description?: string;
}

interface RadiosProps<T extends string> {
  id: string;
  label: string;
  /** For groups whose heading says the same on screen already. */
  hideLabel?: boolean;
  options: readonly RadioOption<T>[];
  value: T;
  onChange: (value: T) => void;
}

export function Radios<T extends string>({
  id,
  label,
  hideLabel = false,
  options,
  value,
  onChange,
}: RadiosProps<T>) {
  const labelId = `${id}-label`;
  return (
    <div>
      {hideLabel ? (
        <VisuallyHidden id={labelId}>{label}</VisuallyHidden>
      ) : (
        <FormLabel component="div" id={labelId} sx={{ mb: 0.5 }}>
          {label}
        </FormLabel>
      )}
      <RadioGroup aria-labelledby={labelId} value={value} onChange={(_event, next) => onChange(next as T)}>
        {options.map((option) => (
          <Box key={option.value}>
            <FormControlLabel
              value={option.value}
              label={option.label}
              control={
                <Radio
                  size="small"
                  slotProps={{
                    input: { 'aria-describedby': option.description ? `${id}-${option.value}` : undefined },
                  }}
                />
              }
            />
            {option.description !== undefined && (
              <Typography
                id={`${id}-${option.value}`}
                variant="caption"
                sx={{ display: 'block', color: 'thirdInk', ml: 6.5, mt: -0.5, mb: 0.5 }}
              >
                {option.description}
              </Typography>
            )}
          </Box>
        ))}
      </RadioGroup>
    </div>
  );
}
