import { z } from 'zod';
import { email, id, name } from '../../../core/contract/fields';
import type { RequestInput } from '../../../core/contract/index';
import { hasInvisibleInText } from '../../../core/domain/text';
import { unfinishedMoment } from '../../components/moment-input';
import type { Option } from '../../components/select';

const optionalEmail = z.string().superRefine((typed, context) => {
  if (typed.trim() === '') return;
  for (const { message } of email.safeParse(typed).error?.issues ?? []) {
    context.addIssue({ code: 'custom', message });
  }
});

const optionalText = (max: number) =>
  z
    .string()
    .max(max, 'text.too_long')
    .refine((typed) => !hasInvisibleInText(typed), 'text.invisible');

/** A local date and time as the browser's field has it. */
const optionalMoment = z.string().refine((typed) => typed !== unfinishedMoment, 'moment');

const host = z.custom<Option | null>().refine((chosen) => chosen !== null, 'id');

/** The dialog's fields; everything but the visitor and the host may be left empty. */
export const newVisit = z.object({
  visitorName: name,
  host,
  siteId: id,
  company: optionalText(120),
  visitorEmail: optionalEmail,
  purpose: optionalText(500),
  expectedArrivalAt: optionalMoment,
  expectedDepartureAt: optionalMoment,
});

/** What is sent: nothing is `null`, and times are UTC ms. */
export function registrationOf({
  host,
  ...values
}: z.output<typeof newVisit>): RequestInput<'visits.register'> {
  return {
    ...values,
    hostId: host?.value ?? '',
    company: textOrNull(values.company),
    visitorEmail: textOrNull(values.visitorEmail),
    purpose: textOrNull(values.purpose),
    expectedArrivalAt: timeOrNull(values.expectedArrivalAt),
    expectedDepartureAt: timeOrNull(values.expectedDepartureAt),
  };
}

function textOrNull(typed: string): string | null {
  return typed.trim() === '' ? null : typed;
}

function timeOrNull(local: string): number | null {
  return local === '' ? null : new Date(local).getTime();
}
