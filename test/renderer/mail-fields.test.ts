import { describe, expect, it } from 'vitest';
import { mailFieldsOf, mailSchema, portFor } from '../../renderer/features/settings/mail/mail-fields';

const blank = mailFieldsOf({ server: null }, 'en');
const typed = {
  ...blank,
  host: ' smtp.nordhaus.example ',
  fromAddress: 'desk@nordhaus.example',
  password: 'pass word',
};

describe('the fields of the mail server', () => {
  it('become a server, trimmed, with the password beside it', () => {
    expect(mailSchema(false).parse(typed)).toEqual({
      server: {
        host: 'smtp.nordhaus.example',
        port: 587,
        security: 'starttls',
        userName: '',
        fromAddress: 'desk@nordhaus.example',
        language: 'en',
      },
      password: 'pass word',
    });
  });

  it('say at each field what is wrong', () => {
    const { error } = mailSchema(false).safeParse({ ...blank, host: 'smtp server', port: '70000' });
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['host', 'mail.host'],
      ['port', 'number'],
      ['fromAddress', 'email.empty'],
    ]);
  });

  it('take the server away when its name is taken out, where there is one', () => {
    expect(mailSchema(true).parse({ ...typed, host: ' ' })).toEqual({ server: null, password: '' });
    expect(mailSchema(false).safeParse({ ...typed, host: ' ' }).success).toBe(false);
  });
});

describe('the port', () => {
  it('follows how the way is protected', () => {
    expect(portFor('tls', { port: '587', security: 'starttls' })).toBe('465');
    expect(portFor('none', { port: '', security: 'tls' })).toBe('25');
  });

  it('stays when somebody typed one of their own', () => {
    expect(portFor('tls', { port: '2525', security: 'starttls' })).toBe('2525');
  });
});
