import { expect, test } from 'vitest';
import { asked, filterCount, isFiltered, noFilters } from '../../renderer/features/activity/filters';
import { dayOf, startOfDay } from '../../renderer/features/activity/local-days';

const noon = new Date(2026, 10, 25, 12).getTime();

test('nothing set asks for everything', () => {
  expect(asked(noFilters, noon)).toEqual({
    actorId: null,
    subjectId: null,
    topic: null,
    siteId: null,
    from: null,
    before: null,
    text: '',
  });
  expect(isFiltered(noFilters)).toBe(false);
});

test('spans begin at a local midnight, and the question stays the same all day', () => {
  const today = { ...noFilters, span: 'today' } as const;
  expect(asked(today, noon)).toMatchObject({ from: new Date(2026, 10, 25).getTime(), before: null });
  expect(asked(today, noon + 3_600_000)).toEqual(asked(today, noon));
  expect(asked({ ...noFilters, span: 'week' }, noon)).toMatchObject({
    from: new Date(2026, 10, 19).getTime(),
  });
  expect(asked({ ...noFilters, span: 'month' }, noon)).toMatchObject({
    from: new Date(2026, 9, 27).getTime(),
  });
});

test('two days chosen are both in; one left open has no end', () => {
  const chosen = { ...noFilters, span: 'custom', from: '2026-03-28', to: '2026-03-29' } as const;
  expect(asked(chosen, noon)).toMatchObject({
    from: new Date(2026, 2, 28).getTime(),
    before: new Date(2026, 2, 30).getTime(),
  });
  expect(asked({ ...chosen, from: '' }, noon)).toMatchObject({ from: null });
  expect(asked({ ...chosen, to: '' }, noon)).toMatchObject({ before: null });
});

test('a day that is none is no end', () => {
  expect(startOfDay('')).toBeNull();
  expect(startOfDay('2026-xx-01')).toBeNull();
  expect(startOfDay('1900-01-01')).toBeNull();
  expect(dayOf(noon)).toBe('2026-11-25');
});

test('filters are counted, the search apart', () => {
  const some = { ...noFilters, who: { id: 'a', name: 'Ada' }, topic: 'sites', text: ' ' } as const;
  expect(filterCount(some)).toBe(2);
  expect(isFiltered({ ...noFilters, text: ' x' })).toBe(true);
  expect(asked(some, noon)).toMatchObject({ actorId: 'a', topic: 'sites', text: '' });
});
