import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rates, scoreFiles, total } from '../../src/cli/score.ts';
import { understand } from '../../src/message/understand.ts';

const OPTIONS = { authservId: 'mx.mixvoip.com', ownAddress: 'dealreg@mixvoip.com' };
const OWN = join(import.meta.dirname, '../corpus');
const SHARED = join(
  process.env.DEALREG_SHARED ?? join(import.meta.dirname, '../../../shared'),
  'corpus/mails',
);
const MINUTE = 60_000;

function mail(text: string, subject = 'Anmeldung'): Buffer {
  return Buffer.from(
    `Authentication-Results: mx.mixvoip.com; dmarc=pass header.from=partner.example\r\nFrom: Ina Roth <i.roth@partner.example>\r\nTo: dealreg@mixvoip.com\r\nSubject: ${subject}\r\nDate: Wed, 14 Oct 2026 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text}`,
  );
}

async function expectFloors(
  folder: string,
  floors: {
    language: number;
    intent: number;
    f1: number;
    precision: number;
    names: number;
    namesWrong: number;
    whole: number;
  },
) {
  const mails = readdirSync(folder).filter((file) => file.endsWith('.eml'));
  const counts = await scoreFiles(mails.map((file) => join(folder, file)));
  const all = rates(total(counts));
  const names = counts.fields.get('customer.name');
  expect(counts.language / counts.mails).toBeGreaterThanOrEqual(floors.language);
  expect(counts.intent / counts.mails).toBeGreaterThanOrEqual(floors.intent);
  expect(all.f1).toBeGreaterThanOrEqual(floors.f1);
  expect(all.precision).toBeGreaterThanOrEqual(floors.precision);
  expect(names && rates(names).f1).toBeGreaterThanOrEqual(floors.names);
  expect(names?.wrong).toBeLessThanOrEqual(floors.namesWrong);
  expect(counts.whole.right / counts.whole.all).toBeGreaterThanOrEqual(floors.whole);
  expect(counts.reply.wronglyAnswered).toBe(0);
}

describe('given the corpus of mails', () => {
  it('when each mail is understood, then what is read stays above the floors', { timeout: 2 * MINUTE }, () =>
    expectFloors(OWN, {
      language: 0.98,
      intent: 0.96,
      f1: 96,
      precision: 97.5,
      names: 97,
      namesWrong: 2,
      whole: 0.75,
    }),
  );

  it.skipIf(!existsSync(SHARED))(
    'when the sample beside the repository is understood, then it stays above the floors',
    { timeout: 2 * MINUTE },
    () =>
      expectFloors(SHARED, {
        language: 0.99,
        intent: 0.97,
        f1: 96,
        precision: 97,
        names: 97,
        namesWrong: 1,
        whole: 0.9,
      }),
  );

  it('when every mail has its truth beside it, then none is orphaned', () => {
    const names = (end: string) =>
      readdirSync(OWN)
        .filter((file) => file.endsWith(end))
        .map((file) => file.slice(0, -end.length));
    expect(names('.eml')).toEqual(names('.json'));
  });
});

describe('given the same bytes', () => {
  it('when a mail is understood twice, then the result is the same', async () => {
    const raw = readFileSync(join(OWN, 'fr-forward-hotel.eml'));
    expect(await understand(raw, OPTIONS)).toEqual(await understand(raw, OPTIONS));
  });

  it('when evidence is given, then its words stand in its segment', async () => {
    const understood = await understand(readFileSync(join(OWN, 'de-drei-kunden.eml')), OPTIONS);
    for (const { segment, start, end, text } of understood.evidence) {
      const source = understood.segments.find((one) => one.id === segment)?.text ?? '';
      expect(source.slice(start, Math.min(end, start + text.length))).toBe(text);
    }
  });
});

describe('given a partner that writes of itself', () => {
  it('when only the partner is named, then no customer is made of it', async () => {
    const understood = await understand(
      mail(
        'Hallo,\n\nbitte ein Projekt für die Partner Netz GmbH vormerken, Name folgt: 12 Nebenstellen.\n\nMit freundlichen Grüßen\nIna Roth\n\nPartner Netz GmbH\nTel. 0651 1234567',
      ),
      { ...OPTIONS, partnerNames: ['Partner Netz GmbH'], partnerDomains: ['partner.example'] },
    );
    expect(understood.registrations.map((registration) => registration.customer.name)).toEqual([undefined]);
  });
});

describe('given hostile mails', () => {
  const SECONDS = 1000;

  it.each([
    ['newlines', '\n'.repeat(60_000)],
    ['one endless word', 'A'.repeat(200_000)],
    ['capitals', 'Garage Müller & '.repeat(6000)],
    ['digits', '12 34 '.repeat(20_000)],
    ['labels', 'Client : '.repeat(10_000)],
    ['tabs', 'a\tb\tc\n'.repeat(10_000)],
    ['amounts', '€ 1 '.repeat(20_000)],
    ['bullets', '- Garage X, Trier\n'.repeat(4000)],
  ])(
    'when a mail is full of %s, then it is read in bounded time',
    { timeout: 30 * SECONDS },
    async (_, text) => {
      const start = performance.now();
      await understand(mail(text), OPTIONS);
      expect(performance.now() - start).toBeLessThan(10 * SECONDS);
    },
  );

  it('when a mail is any text, then it is understood as something', { timeout: MINUTE }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 400 }), async (text) => {
        const understood = await understand(mail(text), OPTIONS);
        expect(understood.sender.address).toBe('i.roth@partner.example');
      }),
      { numRuns: 30 },
    );
  });
});
