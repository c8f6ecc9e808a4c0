import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import type { ReactNode } from 'react';
import type { FieldProblem } from './field-problem';

export interface FieldIds {
  control: string;
  label: string;
  note: string;
}

/** The ids of a field's parts, from one `useId()`. */
export function fieldIds(id: string): FieldIds {
  return { control: id, label: `${id}-label`, note: `${id}-note` };
}

interface FieldFrameProps {
  ids: FieldIds;
  label: string;
  helper?: ReactNode;
  /** What is wrong; takes the place of the helper text. */
  problem: FieldProblem | null;
  children: ReactNode;
}

/** A field with its label above and one line of help or what is wrong below. */
export function FieldFrame({ ids, label, helper, problem, children }: FieldFrameProps) {
  const note = problem?.text ?? helper;
  return (
    <FormControl fullWidth error={problem !== null}>
      <FormLabel id={ids.label} htmlFor={ids.control} sx={{ mb: 1.5 }}>
        {label}
      </FormLabel>
      {children}
      {note != null && (
        <FormHelperText id={ids.note} role={problem?.refusal === true ? 'alert' : undefined}>
          {note}
        </FormHelperText>
      )}
    </FormControl>
  );
}

/** The id to describe a control by, when there is a line below it. */
export function describedBy(
  ids: FieldIds,
  helper: ReactNode,
  problem: FieldProblem | null,
): string | undefined {
  return problem !== null || helper != null ? ids.note : undefined;
}
