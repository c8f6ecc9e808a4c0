import { z } from 'zod';
import type { Language } from '../../../../core/contract/fields';
import type { RequestOutput } from '../../../../core/contract/index';
import { mailServer } from '../../../../core/contract/mail';
import { type MailSecurity, usualPorts } from '../../../../core/domain/mail';
import { typedNumber } from '../number-input';

export type MailSettings = RequestOutput<'mail.settings'>;

/** What the fields hold. */
export interface MailFields extends Record<string, string> {
  host: string;
  port: string;
  security: MailSecurity;
  userName: string;
  /** Always empty at first: what is kept never leaves main. */
  password: string;
  fromAddress: string;
  language: Language;
}

const fields = z.object({
  ...mailServer.shape,
  port: typedNumber(mailServer.shape.port),
  password: z.string().max(1000),
});

/**
 * What the fields are to become: a server, or none where its name was taken out.
 * @param removable whether there is one that can be taken away.
 */
export function mailSchema(removable: boolean) {
  return z.custom<MailFields>().transform((typed, context) => {
    if (removable && typed.host.trim() === '') return { server: null, password: '' };
    const { data, error } = fields.safeParse(typed);
    if (error === undefined) {
      const { password, ...server } = data;
      return { server, password };
    }
    for (const { path, message } of error.issues) context.addIssue({ code: 'custom', path, message });
    return z.NEVER;
  });
}

/** @param language what mails are written in until somebody chooses. */
export function mailFieldsOf({ server }: Pick<MailSettings, 'server'>, language: Language): MailFields {
  return {
    host: server?.host ?? '',
    port: String(server?.port ?? usualPorts.starttls),
    security: server?.security ?? 'starttls',
    userName: server?.userName ?? '',
    password: '',
    fromAddress: server?.fromAddress ?? '',
    language: server?.language ?? language,
  };
}

/** The port once another way is chosen: the usual one, unless somebody typed one of their own. */
export function portFor(
  chosen: MailSecurity,
  { port, security }: Pick<MailFields, 'port' | 'security'>,
): string {
  const untouched = port.trim() === '' || port.trim() === String(usualPorts[security]);
  return untouched ? String(usualPorts[chosen]) : port;
}
