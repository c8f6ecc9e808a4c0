import { expect, test } from 'vitest';
import { initials, parseName } from '../../../core/domain/name';
import { fold } from '../../../core/domain/text';

test.each([
  ['  Ada Lindqvist ', 'Ada Lindqvist'],
  ['A\u030Asa', 'Åsa'],
  ['李明', '李明'],
  // A joiner between letters is part of the spelling in Persian, and of none elsewhere.
  ['می\u200Cخواهم', 'می\u200Cخواهم'],
  ['x'.repeat(120), 'x'.repeat(120)],
  ['👍'.repeat(120), '👍'.repeat(120)],
])('%j is the name %j', (typed, name) => expect(parseName(typed)).toEqual({ ok: true, name }));

test.each([
  ['', 'empty'],
  [' \u00A0 ', 'empty'],
  ['x'.repeat(121), 'too_long'],
  ['Ada\u0000', 'invisible'],
  ['Ada\u202Eavd', 'invisible'],
  ['Ada\u200B', 'invisible'],
  ['\u200CAda', 'invisible'],
  ['Ada\nLovelace', 'invisible'],
])('%j is no name: %s', (typed, problem) => expect(parseName(typed)).toEqual({ ok: false, problem }));

test.each([
  ['Ada Lindqvist', 'AL'],
  ['ada', 'A'],
  ['Anna-Lena von Ö', 'AÖ'],
  ['(Reception)', 'R'],
  [null, '@'],
  ['!!', '@'],
])('%j has the initials %s', (name, letters) => expect(initials(name)).toBe(letters));

test.each([
  ['Ångström', 'angstrom'],
  ['STRAẞE', 'strasse'],
  ['Łukasz Øster', 'lukasz oster'],
  ['İstanbul', 'istanbul'],
  ['ﬁt', 'fit'],
  ['ΣΊΣΥΦΟΣ', fold('Σίσυφος')],
])('%s is searched as %s', (text, folded) => expect(fold(text)).toBe(folded));
