import { describe, expect, it } from 'vitest';
import { parseMail } from '../../src/message/parse.ts';
import { parseAuthenticationResults } from '../../src/message/sender/authentication-results.ts';
import { readSender, type SenderTrust } from '../../src/message/sender.ts';

const OURS = { authservId: 'mx.operator.example' };
const FROM = 'From: Anne Martin <anne@partner.example>';
const PASS = 'Authentication-Results: mx.operator.example; dkim=pass header.d=partner.example';
const RECEIVED =
  'Received: from out.partner.example by mx.operator.example (Postfix); Mon, 5 Oct 2026 09:00:00 +0200';

async function sender(headers: string[], trust: SenderTrust = OURS) {
  const mail = await parseMail(Buffer.from(`${headers.join('\r\n')}\r\n\r\nBonjour\r\n`));
  return readSender(mail, trust);
}

describe('the author', () => {
  it('is the one address of the one From header', async () => {
    expect(await sender([PASS, 'From: "Martin, Anne" <Anne@Partner.example>'])).toEqual({
      address: 'anne@partner.example',
      domain: 'partner.example',
      name: 'Martin, Anne',
      trust: 'pass',
      reason: 'dkim=pass partner.example',
    });
  });
  it.each([
    ['two From headers', [PASS, FROM, 'From: x@evil.example'], '2 From headers'],
    [
      'a second From header with a blank before the colon',
      [PASS, FROM, 'From : x@evil.example'],
      '2 From headers',
    ],
    ['no From header', [PASS], 'no From header'],
    ['two addresses', [PASS, 'From: a@partner.example, b@evil.example'], 'several From addresses'],
    ['a comment inside the address', [PASS, 'From: a@partner.example(x)evil.example'], 'comment in address'],
    ['a quoted local part', [PASS, 'From: "a@partner.example x"@evil.example'], 'quoted local part'],
  ])('given %s, is nobody and not trusted', async (_, headers, reason) => {
    const found = await sender(headers);
    expect(found).toMatchObject({ trust: 'fail', reason });
    expect(found.address).toBeUndefined();
  });
  it('with a look-alike domain is somebody else', async () => {
    const found = await sender([PASS, 'From: anne@pаrtner.example']);
    expect(found.domain).toMatch(/^xn--/);
    expect(found.trust).toBe('fail');
  });
});

describe('a Reply-To', () => {
  it.each([
    ['in the same organisation is kept', 'crm@mail.partner.example', 'crm@mail.partner.example'],
    ['elsewhere is left out', 'anne@evil.example', undefined],
    ['with two addresses is left out', 'a@partner.example, b@partner.example', undefined],
  ])('%s', async (_, value, expected) => {
    expect((await sender([PASS, FROM, `Reply-To: ${value}`])).replyTo).toBe(expected);
  });
});

describe('trust', () => {
  const id = 'Authentication-Results: mx.operator.example';
  const verdicts: [string, string, string, string][] = [
    [
      'dmarc=pass for the From domain',
      'dmarc=pass header.from=partner.example',
      'pass',
      'dmarc=pass partner.example',
    ],
    [
      'aligned DKIM alone',
      'dkim=pass header.d=mail.partner.example; spf=none',
      'pass',
      'dkim=pass mail.partner.example',
    ],
    ['aligned DKIM by identity', 'dkim=pass header.i=@partner.example', 'pass', 'dkim=pass partner.example'],
    [
      'aligned SPF alone',
      'dkim=none; spf=pass smtp.mailfrom=bounce@partner.example',
      'pass',
      'spf=pass partner.example',
    ],
    [
      'one of several DKIM signatures aligned',
      'dkim=fail header.d=x.example; dkim=pass header.d=partner.example',
      'pass',
      'dkim=pass partner.example',
    ],
    [
      'dmarc=fail in spite of aligned DKIM',
      'dkim=pass header.d=partner.example; dmarc=fail header.from=partner.example',
      'fail',
      'dmarc=fail',
    ],
    [
      'DKIM of another domain',
      'dkim=pass header.d=bulk.example; dmarc=none',
      'fail',
      'dkim=pass bulk.example, not of the From domain',
    ],
    [
      'SPF for the greeting name only',
      'spf=pass smtp.helo=partner.example',
      'fail',
      'spf=pass, not of the From domain',
    ],
    [
      'dmarc=pass of another domain',
      'dmarc=pass header.from=evil.example',
      'fail',
      'dmarc=pass evil.example, not of the From domain',
    ],
    [
      'dmarc=pass of a subdomain of the same house',
      'dmarc=pass header.from=mail.partner.example',
      'fail',
      'dmarc=pass mail.partner.example, not of the From domain',
    ],
    ['nothing', 'dkim=none; spf=none; dmarc=none', 'fail', 'nothing passed for the From domain'],
    ['no results at all', 'none', 'fail', 'nothing passed for the From domain'],
    [
      'results hidden in a quoted local part',
      'spf=none smtp.mailfrom="dmarc=pass header.from=partner.example"@bulk.example',
      'fail',
      'nothing passed for the From domain',
    ],
    [
      'results hidden in a comment',
      'spf=none (; dkim=pass header.d=partner.example) smtp.mailfrom=bulk.example',
      'fail',
      'nothing passed for the From domain',
    ],
  ];
  it.each(verdicts)('given %s', async (_, results, trust, reason) => {
    expect(await sender([`${id}; ${results}`, FROM])).toMatchObject({ trust, reason });
  });

  it('given a version behind the id and upper case, still knows our server', async () => {
    expect(
      (
        await sender([
          'Authentication-Results: MX.Operator.example 1; dkim=pass header.d=partner.example',
          FROM,
        ])
      ).trust,
    ).toBe('pass');
  });
  it('given several headers of ours in a row, reads them together', async () => {
    const rows = [`${id}; spf=none`, `${id}; dkim=pass header.d=partner.example`];
    expect((await sender([...rows, RECEIVED, FROM])).trust).toBe('pass');
  });
  it('given a lower header of the row for a method already reported, does not count it', async () => {
    const rows = [`${id}; dkim=none; spf=none; dmarc=none`, PASS];
    expect((await sender([...rows, RECEIVED, FROM])).trust).toBe('fail');
  });

  const forged: [string, string[], string][] = [
    [
      'another server',
      ['Authentication-Results: mx.other.example; dkim=pass header.d=partner.example', FROM],
      'none',
    ],
    ['ours, but below a Received of our server', [RECEIVED, PASS, FROM], 'none'],
    [
      'ours, but below another server',
      ['Authentication-Results: mx.other.example; none', PASS, FROM],
      'none',
    ],
    [
      'ours, below a failure of ours and its Received',
      [`${id}; dmarc=fail header.from=partner.example`, RECEIVED, PASS, FROM],
      'fail',
    ],
    ['no server at all', [RECEIVED, FROM], 'none'],
    ['a server without a name', ['Authentication-Results: dkim=pass header.d=partner.example', FROM], 'none'],
  ];
  it.each(forged)('given results of %s, does not believe them', async (_, headers, trust) => {
    expect((await sender(headers)).trust).toBe(trust);
  });

  it('passes over the hops inside our own house', async () => {
    const hop =
      'Received: from mx.operator.example by imap.operator.example with LMTP; Mon, 5 Oct 2026 09:00:01 +0200';
    expect((await sender([hop, PASS, RECEIVED, FROM])).trust).toBe('pass');
  });

  describe('of a server that writes below its Received line', () => {
    const below = { ...OURS, resultsBelowReceived: true };
    it('counts what directly follows the topmost one', async () => {
      expect((await sender([RECEIVED, PASS, FROM], below)).trust).toBe('pass');
    });
    it('does not count what comes later', async () => {
      expect((await sender([RECEIVED, 'X-Note: x', PASS, FROM], below)).trust).toBe('none');
      expect((await sender([RECEIVED, 'Received: from a by b', PASS, FROM], below)).trust).toBe('none');
    });
  });
});

describe('an Authentication-Results value', () => {
  it('is read with comments, quotes, versions and spaces around signs', () => {
    const read = parseAuthenticationResults(
      'mx.operator.example 1; dkim/1 = pass (2048-bit key; "x") reason="all; good" header.d = Partner.example; spf=pass smtp.mailfrom=a@partner.example',
    );
    expect(read.authservId).toBe('mx.operator.example');
    expect(read.results.map((one) => [one.method, one.result])).toEqual([
      ['dkim', 'pass'],
      ['spf', 'pass'],
    ]);
    expect(read.results[0]?.properties.get('reason')).toBe('all; good');
    expect(read.results[0]?.properties.get('header.d')).toBe('Partner.example');
  });
  it('that never closes a comment gives no results', () => {
    expect(
      parseAuthenticationResults('mx.operator.example; (dkim=pass header.d=partner.example').results,
    ).toEqual([]);
  });
});
