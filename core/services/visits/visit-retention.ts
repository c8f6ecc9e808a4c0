import type { UseCaseDeps } from '../deps';

export function visitRetention(_deps: Pick<UseCaseDeps, 'db' | 'clock' | 'announce'>): () => void {
  return () => undefined;
}
