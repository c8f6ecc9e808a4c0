import { useState } from 'react';
import { maxListBytes } from '../../../../core/contract/many-invitations';
import { decodeText } from '../../../../core/domain/decode-text';
import type { WireError } from '../../../../core/errors/catalogue';
import { RequestError, request } from '../../../ipc/client';

/** Reads a file here, and has main find the addresses in it. `error`: why it wasn't taken, until the next try. */
export function useAddressFile(onAddresses: (addresses: readonly string[]) => void) {
  const [error, setError] = useState<RequestError | null>(null);

  async function read(file: File): Promise<void> {
    setError(null);
    try {
      const text = await textOf(file);
      onAddresses((await request('invitations.readList', { text })).addresses);
    } catch (refusal) {
      if (!(refusal instanceof RequestError)) throw refusal;
      setError(refusal);
    }
  }
  return { read: (file: File) => void read(file), error, forget: () => setError(null) };
}

/** Error: `list.too_large`, `list.unreadable`. */
async function textOf(file: File): Promise<string> {
  if (file.size > maxListBytes) throw refusal({ code: 'list.too_large', data: {} });
  const bytes = await file.arrayBuffer().catch(() => null);
  const text = bytes === null ? null : decodeText(new Uint8Array(bytes));
  if (text === null) throw refusal({ code: 'list.unreadable', data: {} });
  return text;
}

const refusal = (error: WireError) => new RequestError(error);
