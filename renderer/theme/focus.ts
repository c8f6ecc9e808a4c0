import type { Colours } from './tokens';

/** The ring of a control reached by keyboard. Inset where the neighbourhood would cut it off. */
export const focusRing = (colour: Colours, offset = 2) => ({
  outline: `2px solid ${colour.accent}`,
  outlineOffset: offset,
});
