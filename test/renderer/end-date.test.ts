import { describe, expect, it } from 'vitest';
import { endOfDay, lastDay } from '../../renderer/features/users/person/end-date';

describe('the last day of an account', () => {
  it('ends at the local midnight after it, on every day of a year, clock changes included', () => {
    for (let day = 1; day <= 366; day += 1) {
      const typed = lastDay(new Date(2028, 0, day, 12).getTime());
      const end = new Date(endOfDay(typed));
      expect([end.getHours(), end.getMinutes(), end.getSeconds(), end.getMilliseconds()]).toEqual([
        0, 0, 0, 0,
      ]);
      expect(end.getTime()).toBe(new Date(2028, 0, day + 1).getTime());
      expect(lastDay(end.getTime())).toBe(typed);
    }
  });

  it('is written as a date field holds it', () => {
    expect(lastDay(new Date(2026, 10, 30, 23, 59).getTime())).toBe('2026-11-30');
    expect(lastDay(new Date(2026, 11, 1).getTime())).toBe('2026-11-30');
    expect(endOfDay('2026-12-31')).toBe(new Date(2027, 0, 1).getTime());
  });
});
