import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { checkPolicy } from '../../src/policy-file.ts';
import { type ReplayedEvent, replay } from '../../src/replay/replay.ts';
import { readScenario } from '../../src/replay/scenario.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dr-replay-'));
  writeFileSync(join(folder, 'partners.csv'), PARTNERS);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PARTNERS = `partner_id,name,domain,extra_domains,country,language,contact_email,status
A,Alpha Networks S.à r.l.,alpha.example,,LU,fr,claire@alpha.example,active
B,Beta Systemhaus GmbH,beta.example,,DE,de,jan@beta.example,active
`;

function mail(file: string, from: string, subject: string, body: string, headers = ''): void {
  const domain = from.split('@')[1];
  const raw = `Authentication-Results: mx.mixvoip.com; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}
Message-ID: <${file}@${domain}>
Date: Mon, 05 Oct 2026 10:00:00 +0200
From: ${from}
To: dealreg@mixvoip.com
Subject: ${subject}
${headers}MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

${body}
`;
  writeFileSync(join(folder, file), raw);
}

async function told(scenario: string): Promise<ReplayedEvent[]> {
  writeFileSync(join(folder, 'scenario.yaml'), scenario);
  const read = readScenario(folder);
  return Array.fromAsync(replay(read, loadConfig({}), checkPolicy(read.policy, 'scenario')));
}

const FRENCH =
  'Bonjour,\n\nNous souhaitons enregistrer un projet.\n\nClient : Imprimerie Lallemang S.à r.l.\nVille : Mersch\nServices : internet\n\nBien à vous\nClaire';
const GERMAN =
  'Guten Tag,\n\nwir möchten ein Projekt anmelden.\n\nKunde: Imprimerie Lallemang S.à r.l.\nOrt: Mersch\nDienste: Internet\n\nMit freundlichen Grüßen\nJan';

describe('a replay', () => {
  it('decides mails, a reply in the thread, a ruling and the passing of time as production would', async () => {
    mail('1.eml', 'claire@alpha.example', 'Nouveau projet', FRENCH);
    mail('2.eml', 'jan@beta.example', 'Neues Projekt', GERMAN);
    mail(
      '3.eml',
      'nrouge@mixvoip.com',
      'Re: {{reference:e2}}',
      '1',
      'In-Reply-To: {{message-id:e2}}\nReferences: {{message-id:e2}}\n',
    );
    mail(
      '4.eml',
      'claire@alpha.example',
      'Re: {{reference:e1}}',
      'Bonjour, nous retirons ce projet, le client abandonne. Merci de retirer notre enregistrement.',
      'In-Reply-To: {{message-id:e1}}\n',
    );
    const events = await told(`title: Two partners, one prospect
start: 2026-10-05T07:00:00Z
events:
  - { id: e1, at: 2026-10-05T08:00:00Z, mail: 1.eml }
  - { id: e2, at: 2026-10-05T08:10:00Z, mail: 2.eml }
  - { id: e3, at: 2026-10-06T08:00:00Z, mail: 3.eml }
  - { id: e4, at: 2026-10-07T08:00:00Z, mail: 4.eml }
  - { id: e5, at: 2027-01-06T08:00:00Z, wait: true }
`);
    expect(
      events.map(({ event, outcomes }) => [event, outcomes.map(({ outcome, rule }) => `${outcome} ${rule}`)]),
    ).toEqual([
      ['e1', ['accepted prospect.first']],
      ['e2', ['conflict registration.competing']],
      ['e3', ['done command.ruling']],
      ['e4', ['done command.withdraw', 'accepted prospect.first']],
      ['e5', ['expired protection.expired']],
    ]);
    expect(events[1]!.notices[0]!.text).not.toMatch(/alpha|claire/i);
    expect(events[3]!.notices.map(({ kind, language }) => `${kind} ${language}`)).toEqual([
      'done fr',
      'promoted de',
    ]);
    expect(events[4]!.notices.map(({ kind }) => kind)).toEqual(['reminder', 'reminder', 'expired']);
  });

  it('gives the same lines when it is run again', async () => {
    mail('1.eml', 'claire@alpha.example', 'Nouveau projet', FRENCH);
    mail('2.eml', 'jan@beta.example', 'Neues Projekt', GERMAN);
    const scenario = `events:
  - { id: e1, at: 2026-10-05T08:00:00Z, mail: 1.eml }
  - { id: e2, at: 2026-10-05T08:00:00Z, mail: 2.eml }
`;
    const withoutHashes = (events: ReplayedEvent[]) =>
      JSON.stringify(events).replaceAll(/\b[0-9a-f]{12}\b/g, '#');
    const first = await told(scenario);
    expect(first.map(({ outcomes }) => outcomes[0]!.rule)).toEqual(['registration.tie', 'registration.tie']);
    // Salts of sealed data are random, so only the hashes of a receipt differ.
    expect(withoutHashes(await told(scenario))).toBe(withoutHashes(first));
  });

  it('takes the settings that a scenario changes, and refuses one that does not exist', async () => {
    mail('1.eml', 'claire@alpha.example', 'Nouveau projet', FRENCH);
    const events = (policy: string) =>
      `policy: { ${policy} }\nevents:\n  - { id: e1, at: 2026-10-05T08:00:00Z, mail: 1.eml }\n  - { id: e2, at: 2026-10-16T08:00:00Z, wait: true }\n`;
    const short = await told(events('protection_days: 10'));
    expect(short[1]!.outcomes[0]).toMatchObject({ outcome: 'expired', rule: 'protection.expired' });
    await expect(told(events('protection_dais: 10'))).rejects.toThrow(/protection_dais/);
  });
});
