import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDovecot } from '../support/dovecot.ts';
import { startPostgres } from '../support/postgres.ts';
import { startRedis } from '../support/redis.ts';
import { missingServer, oncePerFile } from '../support/servers.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';
import { newFolder } from '../support/temporary.ts';
import { embedded, type Installation, onServers, WORKERS } from './installation.ts';
import { addresses, HEAD_OF_SALES, type Seen, to, travel } from './journey.ts';
import { FIRST_MAILS, OWN_CUSTOMER } from './mails.ts';

const dovecot = oncePerFile(() => startDovecot());
const postgres = oncePerFile(startPostgres);
const redis = oncePerFile(startRedis);
const smtp = oncePerFile(() => startSmtpSink());

const missing = [missingServer('dovecot'), missingServer('postgresql'), missingServer('redis')].includes(
  true,
);

describe('nothing but an embedded database and two folders, one process', () => {
  journey(async (folder) => embedded(folder), ['start']);
});

describe.skipIf(missing)('Dovecot, PostgreSQL, Redis and an SMTP server, a process for each duty', () => {
  journey(async (folder) => {
    const [imap, database, queue, sink] = await Promise.all([dovecot(), postgres(), redis(), smtp()]);
    return onServers(folder, { dovecot: imap, postgres: database, redis: queue, smtp: sink });
  }, Object.keys(WORKERS));
});

/** From the first import to the last answer, as partners, staff, Head of Sales and operator see it. */
function journey(open: (folder: string) => Promise<Installation>, processes: string[]): void {
  const folder = newFolder('dr-e2e-');
  let installation: Installation;
  let seen: Seen;

  beforeAll(async () => {
    installation = await open(folder);
    seen = await travel(installation, folder).catch((error: Error) => {
      const logs = [...installation.processes.logs].map(([name, log]) => `--- ${name}\n${log.slice(-1_500)}`);
      throw new Error(`${error.message}\n${logs.join('\n')}`, { cause: error });
    });
  }, 180_000);
  afterAll(async () => {
    await installation.dispose();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const noticeTo = (address: string, subject: RegExp) => {
    const found = to(seen.outbox, address).filter(({ mail }) => subject.test(mail.subject ?? ''));
    expect(found, `${address}: ${subject}`).toHaveLength(1);
    return found[0]!.mail;
  };

  test('given directories as CSV, then the command line takes every row', () => {
    expect(seen.imports.map(({ status, stderr }) => [status, stderr])).toEqual(Array(3).fill([0, '']));
  });

  test('every mail has exactly one fate, in order of arrival', () => {
    expect(seen.fates).toEqual([
      fate('<first@solvanet.example>', 'accepted prospect.first'),
      fate('<second@brunnhof.example>', 'conflict registration.competing'),
      fate('<incomplete@harrowgate.example>', 'needs_information request.incomplete'),
      fate('<forged@solvanet.example>', 'held sender.untrusted'),
      fate('<absent@kustlijn.example>', 'ignored silence.auto_reply'),
      fate('<awareness@mixvoip.com>', 'recorded awareness.recorded'),
      fate('<late@minett.example>', 'rejected mixvoip.aware_first'),
      fate('<known-before@solvanet.example>', 'rejected mixvoip.aware_first'),
      fate('<completion@harrowgate.example>', 'accepted prospect.first'),
      fate('<ruling@mixvoip.com>', 'done command.ruling'),
      { id: null, state: 'duplicate', decided: [] },
      { id: '<first@solvanet.example>', state: 'duplicate', decided: [] },
      fate('<own-customer@kustlijn.example>', 'accepted customer.own'),
    ]);
  });

  test('every notice was delivered exactly once, and nothing else was', () => {
    const ids = seen.promised.map(({ message_id }) => message_id);
    expect(seen.outbox.map(({ mail }) => mail.messageId).sort()).toEqual(ids.sort());
    expect(seen.promised.map(({ state }) => state)).toEqual(Array(ids.length).fill('sent'));
    expect(seen.outbox.flatMap(({ mail }) => addresses(mail.to)).sort()).toEqual(
      [
        FIRST_MAILS.first.from,
        FIRST_MAILS.second.from,
        HEAD_OF_SALES,
        FIRST_MAILS.incomplete.from,
        FIRST_MAILS.awareness.from,
        FIRST_MAILS.late.from,
        FIRST_MAILS.knownBefore.from,
        // The completion's answer; the ruling, to who ruled and to both partners; the own customer.
        FIRST_MAILS.incomplete.from,
        HEAD_OF_SALES,
        FIRST_MAILS.first.from,
        FIRST_MAILS.second.from,
        OWN_CUSTOMER.from,
      ].sort(),
    );
  });

  test('every notice says that a machine wrote it, and comes from the address that partners write to', () => {
    for (const { mail } of seen.outbox) {
      const headers = Object.fromEntries(mail.headers);
      expect(headers['auto-submitted']).toMatch(/^auto-(replied|generated)$/);
      expect(headers['x-auto-response-suppress']).toBe('All');
      expect(addresses(mail.from && [mail.from])).toEqual(['dealreg@mixvoip.com']);
    }
  });

  test('an answer is in the thread of the mail that it answers', () => {
    const answer = noticeTo(FIRST_MAILS.first.from, /^Accepté/);
    expect(answer.inReplyTo).toBe('<first@solvanet.example>');
    expect(answer.references).toBe('<first@solvanet.example>');
    const question = noticeTo(FIRST_MAILS.incomplete.from, /missing/).messageId;
    const completed = noticeTo(FIRST_MAILS.incomplete.from, /^Accepted/);
    expect(completed.inReplyTo).toBe('<completion@harrowgate.example>');
    expect(completed.references).toEqual([question, '<completion@harrowgate.example>']);
  });

  test('the envelope has the null sender, the one recipient and whoever is copied openly', () => {
    for (const { envelope_from } of seen.promised) expect(envelope_from).toBe('');
    for (const { mail, envelope } of seen.outbox) {
      expect(addresses(mail.to)).toHaveLength(1);
      expect(mail.bcc).toBeUndefined();
      if (!envelope) continue;
      expect(envelope).toEqual({ from: '', to: [...addresses(mail.to), ...addresses(mail.cc)] });
    }
  });

  test('only the Head of Sales is ever copied, and only on the conflict', () => {
    const copied = seen.outbox.filter(({ mail }) => mail.cc);
    expect(copied.map(({ mail }) => [addresses(mail.to), addresses(mail.cc)])).toEqual([
      [[FIRST_MAILS.second.from], [HEAD_OF_SALES]],
    ]);
  });

  test("nothing of the first partner's is in what the second partner gets", () => {
    const notices = to(seen.outbox, FIRST_MAILS.second.from);
    expect(notices).toHaveLength(2);
    for (const { mail } of notices) {
      const said = `${mail.subject}\n${mail.text}\n${mail.html || ''}`;
      expect(said).not.toMatch(
        /solvanet|brasseur|DR-2026-000001|menuiserie-clausener\.example|730|16:08:15/i,
      );
    }
  });

  test('the Head of Sales sees both sides of the dispute, and the choices', () => {
    const dispute = noticeTo(HEAD_OF_SALES, /À vous de trancher/);
    expect(dispute.text).toMatch(/Répondez 1 .*Répondez 2 /s);
    expect(dispute.text).toMatch(/Solvanet.*Brunnhof/s);
    noticeTo(FIRST_MAILS.first.from, /^Décision/);
    noticeTo(FIRST_MAILS.second.from, /^Entschieden/);
  });

  test('each answer is in the language of its mail', () => {
    noticeTo(FIRST_MAILS.first.from, /^Accepté/);
    noticeTo(FIRST_MAILS.second.from, /^Noch zu entscheiden/);
    noticeTo(FIRST_MAILS.incomplete.from, /^A detail is missing/);
    noticeTo(FIRST_MAILS.late.from, /^Net ugeholl/);
    noticeTo(OWN_CUSTOMER.from, /^Aanvaard/);
  });

  test('then the ledger verifies, with a receipt for every notice', () => {
    expect(seen.verified.status, seen.verified.stdout).toBe(0);
    expect(seen.verified.stdout).toContain(`${seen.promised.length} notices, each with the fingerprint`);
  });

  test('SIGTERM ends every process within ten seconds, with status 0', () => {
    expect(seen.endings.map(({ name, status }) => [name, status])).toEqual(
      processes.map((name) => [name, 0]),
    );
    expect(Math.max(...seen.endings.map(({ tookMs }) => tookMs))).toBeLessThan(10_000);
  });
}

function fate(id: string, decided: string) {
  return { id, state: 'decided', decided: [decided] };
}
