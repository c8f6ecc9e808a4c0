/** What a bar is made of, from the ground up, in the tones of the cards. */
export const parts = [
  { state: 'accepted', tone: 'active', label: 'common:cards.acceptedLegend' },
  { state: 'pending', tone: 'pending', label: 'common:status.pending' },
  { state: 'expired', tone: 'expired', label: 'common:cards.expiredLegend' },
] as const;
