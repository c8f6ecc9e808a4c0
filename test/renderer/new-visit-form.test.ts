import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { registerVisit } from '../../core/contract/visits';
import { unfinishedMoment } from '../../renderer/components/moment-input';
import { newVisit, registrationOf } from '../../renderer/features/visits/new-visit-form';

type Fields = z.input<typeof newVisit>;

const siteId = '01890000-0000-7000-8000-000000000001';
const hostId = '01890000-0000-7000-8000-000000000002';
const least: Fields = {
  visitorName: ' Petra Lang ',
  host: { value: hostId, label: 'Ada Lindqvist' },
  siteId,
  company: '',
  visitorEmail: ' ',
  purpose: '',
  expectedArrivalAt: '',
  expectedDepartureAt: '',
};

function problems(fields: Partial<Fields>): Record<string, string> {
  const { error } = newVisit.safeParse({ ...least, ...fields });
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]));
}

describe('the form of a new visit', () => {
  it('takes no hidden characters in what is shown beside the name, but emoji of several', () => {
    expect(problems({ company: 'Lumen \u202EBA', purpose: 'a\u0000b' })).toEqual({
      company: 'text.invisible',
      purpose: 'text.invisible',
    });
    expect(problems({ purpose: 'Tour 👩‍👩‍👧, नमस्‍ते' })).toEqual({});
  });

  it('sends nothing for what was left empty', () => {
    expect(registrationOf(newVisit.parse(least))).toEqual({
      visitorName: 'Petra Lang',
      hostId,
      siteId,
      company: null,
      visitorEmail: null,
      purpose: null,
      expectedArrivalAt: null,
      expectedDepartureAt: null,
    });
  });

  it('sends local times as moments, and what main takes', () => {
    const sent = registrationOf(
      newVisit.parse({
        ...least,
        company: 'Lumen',
        visitorEmail: 'petra@lumen.example',
        expectedArrivalAt: '2026-11-22T14:30',
      }),
    );
    expect(sent.expectedArrivalAt).toBe(new Date(2026, 10, 22, 14, 30).getTime());
    expect(registerVisit.safeParse(sent).success).toBe(true);
  });

  it('asks for a visitor and a host, and lets go of nothing half typed', () => {
    expect(
      problems({
        visitorName: ' ',
        host: null,
        visitorEmail: 'petra',
        expectedDepartureAt: unfinishedMoment,
        company: 'x'.repeat(121),
      }),
    ).toEqual({
      visitorName: 'name.empty',
      host: 'id',
      visitorEmail: 'email.at_sign',
      expectedDepartureAt: 'moment',
      company: 'text.too_long',
    });
  });
});
