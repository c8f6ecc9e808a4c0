/** Tenths of a power of ten; the half of each is a round number too. */
const steps = [10, 12, 16, 20, 30, 40, 50, 60, 80];

/** The number at the top of the picture: a round one not below `most`, whose half is whole. */
export function axisTop(most: number): number {
  if (most <= 10) return Math.max(2, 2 * Math.ceil(most / 2));
  const magnitude = 10 ** Math.floor(Math.log10(most));
  const step = steps.find((one) => (one * magnitude) / 10 >= most) ?? 100;
  return (step * magnitude) / 10;
}

export interface Counts {
  accepted: number;
  pending: number;
  expired: number;
}

export function sentOf({ accepted, pending, expired }: Counts): number {
  return accepted + pending + expired;
}

export function sumOf(weeks: readonly Counts[]): Counts {
  const sum = { accepted: 0, pending: 0, expired: 0 };
  for (const week of weeks) {
    sum.accepted += week.accepted;
    sum.pending += week.pending;
    sum.expired += week.expired;
  }
  return sum;
}
