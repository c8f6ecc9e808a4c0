import type { Language } from '../../core/contract/fields';

interface Note {
  title: string;
  body: string;
}

/** Like the menu's, main's own few words. Nothing in them says who or where: anybody may look at the screen. */
export const reminderTexts: Record<Language, (count: number) => Note> = {
  en: (count) => ({
    title: count === 1 ? '1 invitation expires within a day' : `${count} invitations expire within a day`,
    body: 'You can resend from the Dashboard.',
  }),
  de: (count) => ({
    title:
      count === 1
        ? '1 Einladung läuft binnen eines Tages ab'
        : `${count} Einladungen laufen binnen eines Tages ab`,
    body: 'In der Übersicht können Sie sie erneut senden.',
  }),
};
