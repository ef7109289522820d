import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAwareness } from '../../src/import/awareness.ts';
import { readCustomers } from '../../src/import/customers.ts';
import { readPartners } from '../../src/import/partners.ts';
import { problemLine, refuse } from '../../src/import/problem.ts';

const HEAD = 'partner_id,name,domain,extra_domains,country,language,contact_email,status';
const messages = ({ problems }: { problems: Parameters<typeof problemLine>[1][] }) =>
  problems.map((problem) => problemLine('p.csv', problem));

describe('the form of a file', () => {
  test('given a byte order mark, semicolons, another order and CRLF, when it is read, then it is the same directory', () => {
    const plain = readPartners(`${HEAD}\nP1,Netz,netz.example,,lu,FR,anna@netz.example,\n`);
    const other = readPartners(
      '\uFEFFname;partner_id;contact_email;language;domain;country\r\n\r\nNetz;P1;anna@netz.example;fr;https://www.netz.example/;LU\r\n',
    );
    expect(plain.problems).toEqual([]);
    expect(other.problems).toEqual([]);
    expect(other.rows[0]!.partner).toEqual(plain.rows[0]!.partner);
    expect(plain.rows[0]!.partner).toMatchObject({
      id: 'P1',
      country: 'LU',
      language: 'fr',
      status: 'active',
    });
  });

  test('given quoted cells with separators, quotes and breaks, when it is read, then later lines keep their numbers', () => {
    const text = `${HEAD}\r\nP1,"Netz, ""Luxembourg""\r\nS.A.",netz.example,,LU,fr,a@netz.example,\r\nP2,Fil,fil.example,,LU,xx,b@fil.example,\r\n`;
    const { rows, problems } = readPartners(text);
    expect(rows[0]).toMatchObject({ line: 2, partner: { name: 'Netz, "Luxembourg" S.A.' } });
    expect(problems).toMatchObject([{ line: 4, column: 'language' }]);
  });

  test.each([
    ['', 'p.csv: the file is empty: its first line names the columns, for example partner_id,'],
    [`${HEAD},colour\n`, 'p.csv, line 1, colour: unknown column: its columns are partner_id, '],
    ['partner_id,name,domain,language\n', 'p.csv, line 1, contact_email: the column is missing: '],
    [`${HEAD},name\n`, 'p.csv, line 1, name: the column is there twice'],
    [`${HEAD}\nP1,Netz\n`, 'p.csv, line 2: 2 cells where the first line has 8 columns'],
    [
      `${HEAD}\nP1,"Netz,netz.example,,LU,fr,a@netz.example,\n`,
      'p.csv: a quotation mark is opened and never closed',
    ],
    [
      `${HEAD}\nP1,Netz "A" x,"n"x,,LU,fr,a@netz.example,\n`,
      'p.csv, line 2: a quotation mark stands inside a cell',
    ],
  ])('given %j, when it is read, then one line says what is wrong and where', (text, message) => {
    const found = messages(readPartners(text));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  test('given any text under the header, when it is read, then it never throws, and no line is both used and wrong', () => {
    const noise = fc.stringMatching(/^[a-zA-Z0-9 ,;"\n@.-]{0,300}$/);
    fc.assert(
      fc.property(fc.oneof(noise, fc.string({ maxLength: 300 })), (text) => {
        const { rows, problems } = readPartners(
          `${HEAD}\nP1,Netz,netz.example,,LU,fr,a@netz.example,\n${text}`,
        );
        const wrong = new Set(problems.map(({ line }) => line));
        expect(rows.length + problems.length).toBeGreaterThan(0);
        expect(rows.filter(({ line, partner }) => wrong.has(line) && partner.id !== 'P1')).toEqual([]);
      }),
    );
  });

  test('given hundreds of wrong rows, when the file is refused, then the first are shown and the rest counted', () => {
    const error = refuse(
      'p.csv',
      Array.from({ length: 300 }, (_, index) => ({ line: 300 - index, text: 'is wrong' })),
    );
    const lines = error.message.split('\n');
    expect(lines[0]).toBe('p.csv, line 1: is wrong');
    expect(lines.at(-2)).toBe('p.csv: and 280 more problems like these');
    expect(lines.at(-1)).toBe('p.csv: nothing was imported');
  });
});

describe('rows of partners', () => {
  test.each([
    ['P 1,Netz,netz.example,,LU,fr,a@netz.example,', 'partner_id'],
    ['P1,,netz.example,,LU,fr,a@netz.example,', 'name'],
    ['P1,Netz,,,LU,fr,a@netz.example,', 'domain'],
    ['P1,Netz,netz,,LU,fr,a@netz.example,', 'domain'],
    ['P1,Netz,gmail.com,,LU,fr,a@netz.example,', 'domain'],
    ['P1,Netz,netz.example,hotmail.com,LU,fr,a@netz.example,', 'extra_domains'],
    ['P1,Netz,netz.example,,LUX,fr,a@netz.example,', 'country'],
    ['P1,Netz,netz.example,,LU,fra,a@netz.example,', 'language'],
    ['P1,Netz,netz.example,,LU,fr,a@b@c,', 'contact_email'],
    ['P1,Netz,netz.example,,LU,fr,a@netz.example,closed', 'status'],
  ])('given %j, when it is read, then %s is named', (line, column) => {
    const { rows, problems } = readPartners(`${HEAD}\n${line}\n`);
    expect(rows).toEqual([]);
    expect(problems).toMatchObject([{ line: 2, column }]);
  });

  test('given a domain with accents, when it is read, then it is compared in ASCII', () => {
    const { rows } = readPartners(`${HEAD}\nP1,Netz,Bürotik.example,,LU,fr,a@Bürotik.example,\n`);
    expect(rows[0]!.partner.domains).toEqual(['xn--brotik-3ya.example']);
    expect(rows[0]!.partner.contactEmail).toBe('a@xn--brotik-3ya.example');
  });

  test('given two rows with one id, or one domain, when they are read, then both sides are named', () => {
    const { problems } = readPartners(
      `${HEAD}\nP1,A,a.example,x.example,LU,fr,a@a.example,\nP2,B,b.example,x.example,LU,fr,b@b.example,\nP1,C,c.example,,LU,fr,c@c.example,\n`,
    );
    expect(messages({ problems })).toEqual([
      'p.csv, line 3, domain: x.example of P2 is a domain of P1 already: one of the two must give it up',
      'p.csv, line 4, partner_id: P1 stands on line 2 already',
    ]);
  });
});

describe('rows of customers', () => {
  const CUSTOMERS = 'customer_id,name,vat,mixvoip_services,last_revenue,partner_id';
  test('given services, a day and empty cells, when they are read, then they are values', () => {
    const { rows, problems } = readCustomers(`${CUSTOMERS}\nC1,Kohn,,sip_trunk internet,2026-09-30,\n`);
    expect(problems).toEqual([]);
    expect(rows[0]).toMatchObject({
      externalId: 'C1',
      attachment: {
        partnerId: undefined,
        mixvoipServices: ['internet', 'sip_trunk'],
        lastRevenue: new Date('2026-09-30T00:00:00Z'),
      },
    });
  });

  test.each([
    [',Kohn,,,,', 'customer_id'],
    ['C1,,,,,', 'name'],
    ['C1,Kohn,,fax,,', 'mixvoip_services'],
    ['C1,Kohn,,,2026-02-30,', 'last_revenue'],
    ['C1,Kohn,,,30.09.2026,', 'last_revenue'],
    ['C1,Kohn,,,,P 1', 'partner_id'],
  ])('given %j, when it is read, then %s is named', (line, column) => {
    expect(readCustomers(`${CUSTOMERS}\n${line}\n`).problems).toMatchObject([{ line: 2, column }]);
  });

  test('given no name but a number, when it is read, then that says who it is', () => {
    expect(readCustomers(`${CUSTOMERS}\nC1,,LU26375245,,,\n`).problems).toEqual([]);
  });
});

describe('rows of awareness', () => {
  const AWARENESS = 'customer_name,services,recorded_at,recorded_by';
  test.each([
    ['Kohn,,2026-08-20T09:00:00Z,a@mixvoip.com', 'services'],
    ['Kohn,internet,2026-08-20,a@mixvoip.com', 'recorded_at'],
    ['Kohn,internet,2026-08-20T09:00:00,a@mixvoip.com', 'recorded_at'],
    ['Kohn,internet,2026-13-20T09:00:00Z,a@mixvoip.com', 'recorded_at'],
    ['Kohn,internet,2026-12-20T09:00:00Z,a@mixvoip.com', 'recorded_at'],
    ['Kohn,internet,2026-08-20T09:00:00Z,anna', 'recorded_by'],
    [',internet,2026-08-20T09:00:00Z,a@mixvoip.com', 'customer_name'],
  ])('given %j in November, when it is read, then %s is named', (line, column) => {
    const { problems } = readAwareness(`${AWARENESS}\n${line}\n`, new Date('2026-11-01T00:00:00Z'));
    expect(problems).toMatchObject([{ line: 2, column }]);
  });
});
