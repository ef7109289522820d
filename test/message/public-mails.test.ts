/**
 * Floors on public collections of real mails, which are no part of this repository. They lie in `public-mails` of the
 * folder that DEALREG_SHARED names (else `../shared`): `bounces`, `reports`, `auto-replies`, `ordinary` (*.eml),
 * `replies` (NAME.mail.txt, NAME.own-text.txt) and `forwarded` (bodies, subjects, expected.json).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectAutomation } from '../../src/message/automation.ts';
import { parseMail } from '../../src/message/parse.ts';
import { forwardedMail, ownText, segmentMail } from '../../src/message/segments.ts';
import type { Automation } from '../../src/message/understanding.ts';

const SHARED = process.env.DEALREG_SHARED ?? resolve(import.meta.dirname, '../../../shared');
const FOLDER = join(SHARED, 'public-mails');
const OWN = { address: 'deals@operator.example' };

const files = (folder: string) => (existsSync(join(FOLDER, folder)) ? readdirSync(join(FOLDER, folder)) : []);
const read = (folder: string, name: string) => readFileSync(join(FOLDER, folder, name));
const lines = (text: string) =>
  text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();

async function automations(folder: string): Promise<Automation[]> {
  const found: Automation[] = [];
  for (const name of files(folder).filter((one) => one.endsWith('.eml'))) {
    const mail = await parseMail(read(folder, name));
    segmentMail(mail);
    found.push(detectAutomation(mail, OWN));
  }
  return found;
}

describe.skipIf(!existsSync(FOLDER))('public mails (skipped where the collection is absent)', () => {
  it.each(['bounces', 'reports', 'auto-replies'])(
    'given %s, answers none and processes none',
    async (folder) => {
      const found = await automations(folder);
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter((one) => one.mayAnswer || one.mayProcess)).toEqual([]);
    },
  );

  it('given ordinary mails, reads them all and silences at most 7 in 100', async () => {
    const found = await automations('ordinary');
    const silenced = found.filter((one) => !one.mayAnswer).length;
    expect(found.length).toBeGreaterThan(0);
    expect(silenced / found.length).toBeLessThanOrEqual(0.07);
  });

  it('given replies, finds the own text exactly in 28 of 29', () => {
    const names = files('replies').filter((name) => name.endsWith('.mail.txt'));
    const exact = names.filter((name) => {
      const own = ownText(read('replies', name).toString());
      return lines(own) === lines(read('replies', name.replace('.mail.', '.own-text.')).toString());
    });
    expect(exact.length / names.length).toBeGreaterThanOrEqual(28 / 29);
  });

  it('given forwards of 12 programs in 25 languages, finds author and body of all', () => {
    const expected = JSON.parse(read('forwarded', 'expected.json').toString()) as Record<string, string>;
    const bodies = files('forwarded').filter((name) => name.includes('_body') && !name.includes('variant_4'));
    const wrong = bodies.filter((name) => {
      const subjectFile = name.replace('_body', '_subject');
      const subject = files('forwarded').includes(subjectFile)
        ? read('forwarded', subjectFile).toString().trim()
        : undefined;
      const found = forwardedMail(read('forwarded', name).toString(), subject);
      return (
        found?.author.address !== expected.from_address ||
        lines(found?.body ?? '') !== lines(expected.body ?? '')
      );
    });
    expect(wrong).toEqual([]);
  });
});
