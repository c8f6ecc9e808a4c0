import { type ReactNode, useEffect, useState, useTransition } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../ipc/app-state';
import type { RequestError } from '../ipc/client';
import { useSend } from '../ipc/query';
import { type Paper, PrintSheet } from './print-sheet';

interface Wanted {
  /** Names the file, where there is no printer. */
  title: string;
  paper: Paper;
  children: ReactNode;
}

interface Print {
  print(): void;
  printing: boolean;
  /** Goes anywhere in the component's output; it is on paper only. */
  sheet: ReactNode;
  /** What to say afterwards, or `null`: nothing was printed, or the system's dialog has said it. */
  said: string | null;
  error: RequestError | null;
}

/** Lays a sheet out, has main print it, and takes it away again, however that ends. */
export function usePrint({ title, paper, children }: Wanted): Print {
  const { t } = useTranslation('paper');
  const { data: state } = useAppState();
  const [printing, setPrinting] = useState(false);
  // Hundreds of slips are laid out bit by bit, while the window goes on answering.
  const [layingOut, layOut] = useTransition();
  const { mutate, data, error } = useSend('app.print', { onSettled: () => setPrinting(false) });

  useEffect(() => {
    if (!printing) return;
    let gone = false;
    // The sheet is in the document by now; its type may still be loading.
    void document.fonts.ready.then(() => gone || mutate({ title, paper }));
    return () => {
      gone = true;
    };
  }, [printing, mutate, title, paper]);

  // What is on paper may be a secret: it leaves the page when the window locks.
  const shown = printing && state?.phase === 'ready';
  return {
    print: () => layOut(() => setPrinting(true)),
    printing: printing || layingOut,
    sheet: shown ? <PrintSheet paper={paper}>{children}</PrintSheet> : null,
    said: printing || data === undefined ? null : saidOf(data),
    error: printing ? null : error,
  };

  function saidOf({ printed, savedTo }: { printed: boolean; savedTo: string | null }): string | null {
    if (!printed) return null;
    return savedTo === null ? t('sent') : t('saved', { path: savedTo });
  }
}
