import { type ActSubject, type Rights, type RowAct, rowActs } from '../acts/row-acts';

export type SheetActName = RowAct['name'] | 'changeEmail';

/** What the row's menu offers, and what needs the whole person in view: the address they sign in with. */
export function sheetActs(subject: ActSubject, rights: Rights): { name: SheetActName; act: RowAct['act'] }[] {
  const acts = rowActs(subject, rights);
  if (subject.kind !== 'user' || !rights.can('user.changeEmail')) return acts;
  const changeEmail = {
    name: 'changeEmail' as const,
    act: { kind: 'changeEmail' as const, userId: subject.id },
  };
  const [first, ...others] = acts;
  return first === undefined ? [changeEmail] : [first, changeEmail, ...others];
}
