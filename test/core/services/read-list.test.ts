import { describe, expect, it } from 'vitest';
import { csvText } from '../../../core/domain/csv';
import { readAddressFile } from '../../../core/services/invitations/read-list';
import { refused } from './observe';

const read = (text: string) => readAddressFile({ text }).addresses;
const both = ['ada@x.example', 'bo@x.example'];

describe('a file made to be slow', () => {
  const size = 256 * 1024;
  it.each([
    ['beginnings without an end', `${'<'.repeat(size)}@`],
    ['signs behind one beginning', `<${'@'.repeat(size)}`],
    ['a row as wide as the others are many', `${';'.repeat(size / 2)}${'\na@'.repeat(size / 6)}`],
    ['one long word', `${'x'.repeat(size)}@`],
  ])('of %s is refused like any other', { timeout: 60_000 }, async (_what, text) => {
    const begun = performance.now();
    await refused(() => readAddressFile({ text }), 'list.no_addresses');
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

describe('a CSV of people', () => {
  it.each([
    ['commas and a heading', 'Name,E-Mail,Town\nAda,ada@x.example,Ulm\nBo,bo@x.example,Bonn\n'],
    [
      'semicolons, as German spreadsheets write',
      'Name;E-Mail-Adresse\r\n"Lind; Ada";ada@x.example\r\nBo;bo@x.example',
    ],
    ['tabs', 'email\tname\nada@x.example\tAda\nbo@x.example\tBo'],
    ['no heading', 'Ada,ada@x.example\nBo,bo@x.example'],
    ['a heading nobody knows', 'Wer,Wohin\nAda,ada@x.example\nBo,bo@x.example'],
    [
      'its mark and quoted cells',
      '\uFEFF"Name","Mail"\n"Ada ""A"" Lind","ada@x.example"\n"Bo, B","bo@x.example"',
    ],
    ['names in the cells', 'Person\nAda <ada@x.example>\n"""Berg, Bo"" <bo@x.example>"'],
    ['rows of different length', 'Name,Mail,Town\nAda,ada@x.example\nBo,bo@x.example,Bonn,Rhine\n,,\n'],
    ['one column', 'ada@x.example\nbo@x.example'],
    ['one row', 'ada@x.example;bo@x.example'],
  ])('with %s', (_what, text) => {
    expect(read(text)).toEqual(both);
  });

  it('goes by the heading, whatever another column holds', () => {
    const text = 'Manager,Email\nboss@x.example,ada@x.example\nboss@x.example,\nboss@x.example,bo.x.example';
    expect(read(text)).toEqual(['ada@x.example', 'bo.x.example']);
  });

  it('that we saved comes back as it was', () => {
    const rows = [
      ['E-Mail', 'Code'],
      ['+ada@x.example', '7K3Q'],
      ["'bo'@x.example", '=M0ZD'],
    ];
    expect(read(csvText(rows))).toEqual(['+ada@x.example', "'bo'@x.example"]);
  });

  it('with a quote that never closes is read as a list', () => {
    expect(read('"Ada <ada@x.example>\nbo@x.example')).toContain('bo@x.example');
  });
});

it('without an address is refused, and so is one with too many', async () => {
  await refused(() => read('Name,Town\nAda,Ulm'), 'list.no_addresses');
  await refused(() => read(''), 'list.no_addresses');
  const many = Array.from({ length: 2001 }, (_, n) => `p${n}@x.example`).join('\n');
  await refused(() => read(many), 'list.too_long', { lines: 2001, maximum: 2000 });
});
