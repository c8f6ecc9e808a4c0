import type { Language } from '../../core/contract/fields';

/** The menu belongs to main, which has no text library: its few words live here. */
export interface MenuTexts {
  file: string;
  newWindow: string;
  close: string;
  quit: string;
  edit: string;
  undo: string;
  redo: string;
  cut: string;
  copy: string;
  paste: string;
  selectAll: string;
  view: string;
  actualSize: string;
  zoomIn: string;
  zoomOut: string;
  fullScreen: string;
}

export const menuTexts: Record<Language, MenuTexts> = {
  en: {
    file: 'File',
    newWindow: 'New window',
    close: 'Close window',
    quit: 'Quit Atrium Desk',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    actualSize: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
  },
  de: {
    file: 'Datei',
    newWindow: 'Neues Fenster',
    close: 'Fenster schließen',
    quit: 'Atrium Desk beenden',
    edit: 'Bearbeiten',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    selectAll: 'Alles auswählen',
    view: 'Ansicht',
    actualSize: 'Originalgröße',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    fullScreen: 'Vollbild',
  },
};
