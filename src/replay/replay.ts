import type { Config } from '../config.ts';
import { type Context, createContext } from '../context.ts';
import { openDatabaseInMemory } from '../database/connect.ts';
import { lockLine } from '../database/line.ts';
import { messagesToUnderstand } from '../database/messages-understood.ts';
import { createLog } from '../log.ts';
import { advance } from '../pipeline/decide-next.ts';
import { importAwareness, importCustomers, importPartners } from '../pipeline/import-records.ts';
import { officeOf } from '../pipeline/office.ts';
import { readOnce } from '../pipeline/receive-messages.ts';
import { disputeOpenedBy, refusalOf, ruleDispute } from '../pipeline/rule-dispute.ts';
import { Step, type StepReport } from '../pipeline/step.ts';
import { understandMessage } from '../pipeline/understand-message.ts';
import type { Policy } from '../registration/policy.ts';
import { noticesOf, type ReplayedNotice } from './notices.ts';
import { fillIn } from './placeholders.ts';
import { NO_SENDER, ReplayMailbox, SILENT_QUEUE, VirtualClock } from './replay-mailbox.ts';
import type { Scenario, ScenarioEvent } from './scenario.ts';

/** What one event of a scenario came to. */
export interface ReplayedEvent {
  event: string;
  file?: string;
  received_at: string;
  outcomes: {
    customer?: string;
    outcome: string;
    rule: string;
    reference?: string;
    queue_position?: number;
  }[];
  notices: ReplayedNotice[];
}

const SECOND_MS = 1000;
const UNDERSTAND_BATCH = 1000;

/**
 * Decides a scenario on a fresh ledger in memory under a virtual clock, through the pipeline of production: the
 * mails arrive, are stored, understood and decided; timers fire at their own time. Yields an event when it is over.
 */
export async function* replay(
  scenario: Scenario,
  config: Config,
  policy: Policy,
): AsyncGenerator<ReplayedEvent> {
  const clock = new VirtualClock(scenario.start);
  const mailbox = new ReplayMailbox();
  const database = await openDatabaseInMemory();
  const context = await createContext(
    {
      ...config,
      noticeSecret: config.noticeSecret ?? 'replay',
      database: { mode: 'memory' },
      // A replay is about mails of the past.
      mailbox: { ...config.mailbox, since: undefined },
    },
    { database, clock, policy, queue: SILENT_QUEUE, mailbox, sender: NO_SENDER, log: createLog('silent') },
  );
  try {
    await importDirectories(context, scenario);
    const replayer = new Replayer(context, clock, mailbox, scenario);
    for (const group of bySecond(scenario.events)) yield* replayer.play(group);
  } finally {
    await context.close();
    await database.close();
  }
}

async function importDirectories(
  context: Context,
  { partners, customers, awareness }: Scenario,
): Promise<void> {
  if (partners) await importPartners(context, partners, 'partners.csv');
  if (customers) await importCustomers(context, customers, 'customers.csv');
  if (awareness) await importAwareness(context, awareness, 'awareness.csv', { trustDates: true });
}

/** Events of one second belong together: their mails are read before any is decided. */
function bySecond(events: readonly ScenarioEvent[]): ScenarioEvent[][] {
  const groups: ScenarioEvent[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last && Math.floor(last[0]!.at.getTime() / SECOND_MS) === Math.floor(event.at.getTime() / SECOND_MS))
      last.push(event);
    else groups.push([event]);
  }
  return groups;
}

class Replayer {
  readonly #context: Context;
  readonly #clock: VirtualClock;
  readonly #mailbox: ReplayMailbox;
  readonly #scenario: Scenario;
  /** Reports of each event, for rulings and placeholders. */
  readonly #reports = new Map<string, StepReport[]>();

  constructor(context: Context, clock: VirtualClock, mailbox: ReplayMailbox, scenario: Scenario) {
    this.#context = context;
    this.#clock = clock;
    this.#mailbox = mailbox;
    this.#scenario = scenario;
  }

  async *play(events: readonly ScenarioEvent[]): AsyncGenerator<ReplayedEvent> {
    const { at } = events[0]!;
    this.#clock.advanceTo(at);
    for (const { id } of events) this.#reports.set(id, []);
    this.#reports.set(events[0]!.id, await this.#advance());
    const mails = events.filter((event) => 'mail' in event);
    if (mails.length > 0) await this.#deliver(mails, at);
    for (const event of events) {
      if ('ruling' in event) await this.#rule(event);
    }
    for (const event of events) yield this.#told(event);
  }

  async #deliver(events: readonly Extract<ScenarioEvent, { mail: string }>[], at: Date): Promise<void> {
    const { database } = this.#context;
    const files = [];
    for (const event of events) {
      const raw = await fillIn(database, this.#scenario.mail(event.mail), async (id) =>
        (this.#reports.get(id) ?? []).flatMap(({ noticeIds }) => noticeIds),
      );
      this.#mailbox.deliver(raw, at);
      files.push(event.id);
    }
    await readOnce(this.#context);
    await this.#understandAll();
    this.#clock.advanceTo(new Date(at.getTime() + SECOND_MS));
    await readOnce(this.#context);
    const reports = await this.#advance();
    // Mails of one second are decided in order of delivery; timers that fall into it go to the first.
    const ids = await this.#messageIds(events.length);
    for (const report of reports) {
      const index = report.messageId === undefined ? 0 : ids.indexOf(report.messageId);
      this.#reports.get(files[Math.max(0, index)]!)!.push(report);
    }
  }

  /** Until none waits: a failure is repeated at once, and after its last try the mail is set aside. */
  async #understandAll(): Promise<void> {
    const { database } = this.#context;
    const endOfTime = new Date('9999-12-31T00:00:00Z');
    for (;;) {
      const waiting = await messagesToUnderstand(database, endOfTime, UNDERSTAND_BATCH);
      if (waiting.length === 0) return;
      for (const id of waiting) await understandMessage(this.#context, id);
    }
  }

  async #messageIds(count: number): Promise<bigint[]> {
    const { rows } = await this.#context.database.query<{ id: bigint }>(
      'select id from message order by uid desc limit $1',
      [count],
    );
    return rows.map(({ id }) => id).reverse();
  }

  async #advance(): Promise<StepReport[]> {
    const office = officeOf(this.#context);
    const all: StepReport[] = [];
    for (;;) {
      const reports = await this.#context.database.transaction((tx) => advance(tx, office));
      if (!reports) return all;
      all.push(...reports);
    }
  }

  async #rule({ id, at, ruling }: Extract<ScenarioEvent, { ruling: object }>): Promise<void> {
    const office = officeOf(this.#context);
    const report = await this.#context.database.transaction(async (tx) => {
      await lockLine(tx);
      const step = new Step(tx, office, at, `ruling:${id}`);
      const dispute = await disputeOpenedBy(step, this.#reports.get(ruling.on) ?? []);
      if (!dispute || refusalOf(dispute)) step.add({ outcome: 'refused', rule: 'command.ruling' });
      else await ruleDispute(step, dispute, ruling.choice);
      return step.close();
    });
    this.#reports.get(id)!.push(report);
  }

  async #told(event: ScenarioEvent): Promise<ReplayedEvent> {
    const reports = this.#reports.get(event.id)!;
    return {
      event: event.id,
      ...('mail' in event ? { file: event.mail } : {}),
      received_at: event.at.toISOString(),
      outcomes: reports.flatMap(({ outcomes }) =>
        outcomes.map(({ customer, outcome, rule, reference, queuePosition }) => ({
          customer,
          outcome,
          rule,
          reference,
          queue_position: queuePosition,
        })),
      ),
      notices: await noticesOf(
        this.#context.database,
        reports.flatMap(({ noticeIds }) => noticeIds),
      ),
    };
  }
}
