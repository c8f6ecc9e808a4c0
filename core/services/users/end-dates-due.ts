import type { UseCaseDeps } from '../deps';

export function endDatesDue(_deps: Pick<UseCaseDeps, 'db' | 'clock' | 'directory' | 'announce'>): () => void {
  return () => undefined;
}
