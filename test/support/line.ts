import { createHash } from 'node:crypto';
import { loadConfig } from '../../src/config.ts';
import { type Context, createContext } from '../../src/context.ts';
import { openDatabaseInMemory } from '../../src/database/connect.ts';
import { migrate } from '../../src/database/migrate.ts';
import { lockLine } from '../../src/database/line.ts';
import { upsertPartner } from '../../src/database/partners.ts';
import { createLog } from '../../src/log.ts';
import type { StatedRegistration, Understanding } from '../../src/message/understanding.ts';
import { advance } from '../../src/pipeline/decide-next.ts';
import { officeOf } from '../../src/pipeline/office.ts';
import { disputeByReference, ruleDispute } from '../../src/pipeline/rule-dispute.ts';
import { Step, type StepReport } from '../../src/pipeline/step.ts';
import type { Database } from '../../src/ports.ts';
import { type Policy, policySchema } from '../../src/registration/policy.ts';
import type { RulingChoice } from '../../src/registration/vocabulary.ts';
import { type ReplayedNotice, noticesOf } from '../../src/replay/notices.ts';
import { NO_SENDER, ReplayMailbox, SILENT_QUEUE, VirtualClock } from '../../src/replay/replay-mailbox.ts';

/** Partners of the specifications of the line; their domain is their name in lower case. */
const PARTNERS = ['Alpha', 'Beta', 'Gamma', 'Delta'] as const;
export type PartnerName = (typeof PARTNERS)[number];

/** What a mail says, as far as a specification cares. */
export interface MailSays {
  from: PartnerName | 'stranger' | 'staff' | 'head_of_sales';
  customer?: StatedRegistration['customer'];
  services?: StatedRegistration['services'];
  situation?: StatedRegistration['situation'];
  /** Whole registrations, where one mail brings several. */
  registrations?: StatedRegistration[];
  more?: Partial<Understanding>;
}

/** What came of something: outcomes as `outcome rule`, and the notices as they would be sent. */
export interface Came {
  outcomes: string[];
  notices: ReplayedNotice[];
  reports: StepReport[];
}

/** A ledger of its own under a virtual clock, into which a specification lets mails arrive. */
export class Line implements AsyncDisposable {
  readonly context: Context;
  readonly clock: VirtualClock;
  #uid = 0n;

  private constructor(context: Context, clock: VirtualClock) {
    this.context = context;
    this.clock = clock;
  }

  static async open(
    options: { policy?: Partial<Policy>; start?: string; database?: Database } = {},
  ): Promise<Line> {
    const clock = new VirtualClock(new Date(options.start ?? '2026-10-05T07:00:00Z'));
    const database = options.database ?? (await emptyDatabase());
    const context = await createContext(
      { ...loadConfig({}), noticeSecret: 'specification', database: { mode: 'memory' } },
      {
        clock,
        database,
        policy: policySchema.parse(options.policy ?? {}),
        queue: SILENT_QUEUE,
        mailbox: new ReplayMailbox(),
        sender: NO_SENDER,
        log: createLog('silent'),
      },
    );
    await database.transaction(async (tx) => {
      for (const name of PARTNERS) {
        const domain = `${name.toLowerCase()}.example`;
        await upsertPartner(tx, {
          id: name,
          name: `${name} Networks`,
          language: 'en',
          contactEmail: `desk@${domain}`,
          status: 'active',
          domains: [domain],
        });
      }
    });
    return new Line(context, clock);
  }

  get database(): Database {
    return this.context.database;
  }

  /** Stores an understood mail that arrives at an instant, without deciding anything. */
  async store(at: string, says: MailSays): Promise<bigint> {
    this.#uid += 1n;
    const understanding = understandingOf(says, this.#uid);
    const raw = Buffer.from(JSON.stringify({ uid: String(this.#uid), understanding }));
    const { rows } = await this.database.query<{ id: bigint }>(
      `insert into message (mailbox, uidvalidity, uid, received_at, stored_at, raw, raw_hash, size, state, message_id, content_hash, understanding)
       values ('line', 1, $1, $2, $2, $3, $4, $5, 'understood', $6, $7, $8::jsonb) returning id`,
      [
        this.#uid,
        at,
        raw,
        createHash('sha256').update(raw).digest('hex'),
        raw.length,
        understanding.envelope.messageId,
        createHash('sha256').update(JSON.stringify(understanding)).digest('hex'),
        JSON.stringify(understanding),
      ],
    );
    return rows[0]!.id;
  }

  /** Time passes up to an instant, and the line moves as far as it can. */
  async until(at: string | Date): Promise<Came> {
    const moment = new Date(at);
    this.clock.advanceTo(moment);
    await this.database.query(
      `insert into mailbox (name, uidvalidity, checked_at) values ('line', 1, $1)
       on conflict (name) do update set checked_at = excluded.checked_at`,
      [moment],
    );
    const office = officeOf(this.context);
    const reports: StepReport[] = [];
    for (;;) {
      const more = await this.database.transaction((tx) => advance(tx, office));
      if (!more) break;
      reports.push(...more);
    }
    return this.#came(reports);
  }

  /** A mail arrives and is decided when its second is over. */
  async arrives(at: string, says: MailSays): Promise<Came> {
    await this.store(at, says);
    return this.until(new Date(new Date(at).getTime() + 1000));
  }

  /** The Head of Sales rules on the dispute about a registration. */
  async rules(reference: string, choice: RulingChoice): Promise<Came> {
    const office = officeOf(this.context);
    const report = await this.database.transaction(async (tx) => {
      await lockLine(tx);
      const step = new Step(
        tx,
        office,
        this.clock.now(),
        `ruling:${reference}:${this.clock.now().toISOString()}`,
      );
      await ruleDispute(step, (await disputeByReference(step, reference))!, choice);
      return step.close();
    });
    return this.#came([report]);
  }

  async #came(reports: StepReport[]): Promise<Came> {
    return {
      reports,
      outcomes: reports.flatMap(({ outcomes }) => outcomes.map(({ outcome, rule }) => `${outcome} ${rule}`)),
      notices: await noticesOf(
        this.database,
        reports.flatMap(({ noticeIds }) => noticeIds),
      ),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.context.close();
  }
}

let shared: Promise<Database> | undefined;

/** One database in memory for a test file, emptied for each ledger: starting one takes longer than most tests. */
async function emptyDatabase(): Promise<Database> {
  shared ??= openDatabaseInMemory();
  const database = await shared;
  await database.query('drop schema public cascade; create schema public');
  await migrate(database);
  return database;
}

/** Reference of the first registration that something came to. */
export const referenceIn = ({ reports }: Came): string =>
  reports.flatMap(({ outcomes }) => outcomes.flatMap(({ reference }) => reference ?? []))[0]!;

function understandingOf(says: MailSays, uid: bigint): Understanding {
  const address = addressOf(says.from);
  const stated: StatedRegistration = {
    customer: says.customer ?? { name: 'Imprimerie Lallemang', city: 'Mersch', country: 'LU' },
    services: says.services ?? ['internet'],
    situation: says.situation ?? [],
  };
  return {
    envelope: {
      messageId: `<${uid}@${address.split('@')[1]}>`,
      inReplyTo: [],
      references: [],
      subject: 'A project',
      to: ['dealreg@mixvoip.com'],
      cc: [],
    },
    sender: { address, domain: address.split('@')[1], trust: 'pass', reason: 'dmarc=pass' },
    automation: { mayProcess: true, mayAnswer: true, reasons: [] },
    language: 'en',
    intent: says.from === 'staff' ? 'awareness' : 'register',
    references: [],
    registrations: says.registrations ?? [stated],
    changes: {},
    segments: [{ id: 0, kind: 'own', text: 'Please register this project.' }],
    attachments: [],
    evidence: [],
    ...says.more,
  };
}

function addressOf(from: MailSays['from']): string {
  switch (from) {
    case 'staff':
      return 'sales@mixvoip.com';
    case 'head_of_sales':
      return 'nrouge@mixvoip.com';
    case 'stranger':
      return 'someone@elsewhere.example';
    default:
      return `desk@${from.toLowerCase()}.example`;
  }
}
