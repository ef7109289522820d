import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asciiDomain,
  normalizeAddress,
  organisationalDomain,
  parseAddresses,
  sameOrganisation,
} from '../../src/message/address.ts';

describe('an address header', () => {
  const readable: [string, string, object[]][] = [
    [
      'a bare address',
      'Anne@Partner.Example',
      [{ address: 'anne@partner.example', domain: 'partner.example' }],
    ],
    [
      'a name and an address',
      'Anne Martin <anne@partner.example>',
      [{ name: 'Anne Martin', address: 'anne@partner.example' }],
    ],
    [
      'a quoted name with a comma',
      '"Martin, Anne" <anne@partner.example>',
      [{ name: 'Martin, Anne', address: 'anne@partner.example' }],
    ],
    [
      'an encoded name',
      '=?utf-8?q?Beno=C3=AEt?= <b@partner.example>',
      [{ name: 'Benoît', address: 'b@partner.example' }],
    ],
    ['a name behind it in a comment', 'anne@partner.example (Anne)', [{ address: 'anne@partner.example' }]],
    [
      'a quoted name that is another address',
      '"x@good.example" <y@evil.example>',
      [{ address: 'y@evil.example' }],
    ],
    [
      'a name with an at sign',
      'Anne @ Partner <anne@partner.example>',
      [{ name: 'Anne @ Partner', address: 'anne@partner.example' }],
    ],
    [
      'a list with semicolons',
      'a@x.example; b@y.example',
      [{ address: 'a@x.example' }, { address: 'b@y.example' }],
    ],
    ['a group', 'Sales: a@x.example, b@y.example;', [{ address: 'a@x.example' }, { address: 'b@y.example' }]],
    ['an empty group', 'undisclosed-recipients:;', []],
  ];
  it.each(readable)('given %s, reads it', (_, value, expected) => {
    expect(parseAddresses(value)).toMatchObject(expected);
    expect(parseAddresses(value)).toHaveLength(expected.length);
  });

  const ambiguous: [string, string, string][] = [
    ['a comment that joins two domains', 'partner@good.example(x)evil.example', 'comment in address'],
    ['a quoted local part', '"partner@good.example x"@evil.example', 'quoted local part'],
    ['two addresses in a row', '<partner@good.example> <evil@evil.example>', 'several addresses in one'],
    ['an address inside an address', '<a@good.example <b@evil.example>>', 'several addresses in one'],
    [
      'an unquoted name that is another address',
      'partner@good.example <evil@evil.example>',
      'display name is another address',
    ],
    ['an address literal', 'a@[192.0.2.1]', 'not an address'],
    ['no address', 'Anne Martin', 'not an address'],
  ];
  it.each(ambiguous)('given %s, gives no address but the reason', (_, value, problem) => {
    const entry = parseAddresses(value)[0];
    expect(entry?.problem).toBe(problem);
    expect(entry?.address).toBeUndefined();
  });

  it('given any text, never throws and never gives an address without a plain domain', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab@.<>"(),;: \\é\u0430'), maxLength: 60 }),
        (value) => {
          for (const entry of parseAddresses(value)) {
            if (entry.address) expect(entry.address).toMatch(/^[^\s"<>(),;:]+@[a-z0-9_-]+(\.[a-z0-9_-]+)+$/);
          }
        },
      ),
    );
  });
});

describe('a domain', () => {
  it('is compared in ASCII, so look-alike letters differ', () => {
    expect(asciiDomain('аррӏе.example')).toMatch(/^xn--/);
    expect(asciiDomain('аррӏе.example')).not.toBe(asciiDomain('apple.example'));
    expect(asciiDomain('Müller.Example')).toBe(asciiDomain('xn--mller-kva.example'));
  });
  it('splits an address at the last @', () => {
    expect(normalizeAddress('a@b@c.example')).toBeUndefined();
  });
  it('belongs to the organisation that registered it', () => {
    expect(organisationalDomain('mail.partner.co.uk')).toBe('partner.co.uk');
    expect(sameOrganisation('mail.partner.lu', 'partner.lu')).toBe(true);
    expect(sameOrganisation('partner.lu', 'partner.be')).toBe(false);
    expect(sameOrganisation('a.github.io', 'b.github.io')).toBe(false);
    expect(sameOrganisation('co.uk', 'partner.co.uk')).toBe(false);
  });
});
