import { describe, expect, it } from 'vitest';
import type { DecidedLine, DoneLine } from '../../core/contract/many-invitations';
import { sendLines } from '../../renderer/features/users/many/send-lines';
import { RequestError } from '../../renderer/ipc/client';

const lines = (count: number): DecidedLine[] =>
  Array.from({ length: count }, (_, n) => ({ act: 'invite', email: `p${n}@x.example`, reactivation: false }));
const failed: DoneLine = { ok: false, error: { code: 'invitation.changed_meanwhile', data: {} } };
const locked = new RequestError({ code: 'access.locked', data: {} });
const full = new RequestError({ code: 'database.disk_full', data: {} });

/** Main, which answers each act with its lines or refuses it, in this order; then answers. */
function main(...refusals: (RequestError | null)[]) {
  const sent: number[] = [];
  const progress: number[] = [];
  let waited = 0;
  return {
    sent,
    progress,
    waited: () => waited,
    sending: {
      send: async (some: DecidedLine[]) => {
        const refusal = refusals.shift() ?? null;
        if (refusal !== null) throw refusal;
        sent.push(some.length);
        return some.map(() => failed);
      },
      stopped: () => false,
      unlocked: async () => {
        waited += 1;
      },
      onProgress: (done: number) => progress.push(done),
    },
  };
}

describe('a list is sent act by act', () => {
  it('with progress, to the end', async () => {
    const { sending, sent, progress } = main();
    const { done, error } = await sendLines(lines(60), sending);
    expect([sent, progress, done.length, error]).toEqual([[25, 25, 10], [25, 50, 60], 60, null]);
  });

  it('waits behind the lock and goes on where it was', async () => {
    const { sending, sent, waited } = main(null, locked, locked);
    expect((await sendLines(lines(30), sending)).done).toHaveLength(30);
    expect([sent, waited()]).toEqual([[25, 5], 2]);
  });

  it('stops when main can do no more, and says why and how far it got', async () => {
    const { sending } = main(null, full);
    expect(await sendLines(lines(60), sending)).toEqual({ done: Array(25).fill(failed), error: full });
  });

  it('stops between two acts when the person says so', async () => {
    const { sending, progress } = main();
    const stopping = { ...sending, stopped: () => progress.length === 2 };
    expect((await sendLines(lines(100), stopping)).done).toHaveLength(50);
  });
});
