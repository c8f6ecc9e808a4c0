import { z } from 'zod';
import type { WireError } from '../errors/catalogue';

/** A refusal that is part of an answer or an event, as it would cross by itself. */
export const wireError = z.custom<WireError>(
  (value) => typeof value === 'object' && value !== null && 'code' in value && 'data' in value,
);
