import { createHmac, type KeyObject } from 'node:crypto';
import type { Config } from '../config.ts';
import { insertDecision, nextOrdinal } from '../database/decisions.ts';
import { type AppendedEntry, appendEntry } from '../database/ledger.ts';
import { insertNotice } from '../database/outbox.ts';
import { canonicalJson } from '../ledger/chain.ts';
import { type SignedHead, signHead } from '../ledger/head.ts';
import { rootOf } from '../ledger/merkle.ts';
import { receiptOf } from '../ledger/receipt.ts';
import type { Language, Understanding } from '../message/understanding.ts';
import type { Clock, Queryable } from '../ports.ts';
import { type Policy, policyVersion } from '../registration/policy.ts';
import type { Outcome, Rule } from '../registration/vocabulary.ts';
import { composeMime } from '../reply/mime.ts';
import type { NoticeParams } from '../reply/params.ts';
import { render } from '../reply/render.ts';

/** What deciding needs beside the ledger: settings, the clock, the key of our own marks. */
export interface Office {
  policy: Policy;
  identity: Config['identity'];
  noticeSecret: string;
  headKey: KeyObject;
  clock: Clock;
}

/** The mail that a step is about. */
export interface StepMail {
  id: bigint;
  receivedAt: Date;
  rawHash: string;
  understanding: Understanding;
}

/** One line of what a step came to; with the inputs it is stored as a decision (invariant 8). */
export interface StepOutcome {
  outcome: Outcome;
  rule: Rule;
  customer?: string;
  reference?: string;
  registrationId?: bigint;
  queuePosition?: number;
  /** Entries of the awareness for which it was rejected, or services were left out. */
  aware?: readonly bigint[];
  inputs?: unknown;
  tried?: unknown;
}

/** Parameters of a notice before the receipt and the contact are known. */
type Unsealed<P> = P extends NoticeParams
  ? Omit<P, 'receipt' | 'contact' | 'unread'> & { unread?: P['unread'] }
  : never;
export type NoticeDraftParams = Unsealed<NoticeParams>;

export interface NoticeDraft {
  params: NoticeDraftParams;
  to: string;
  cc?: readonly string[];
  /** What caused it, when it is not the step's own mail: one notice a cause, kind and recipient for ever. */
  cause?: string;
  /** Whether it goes into the thread of the step's mail. */
  answersMail?: boolean;
  registrationIds?: readonly bigint[];
  disputeId?: bigint;
}

/** What happened in one step, for callers that show it. */
export interface StepReport {
  messageId?: bigint;
  at: Date;
  outcomes: StepOutcome[];
  noticeIds: bigint[];
  /** Why the mail was set aside instead of decided. */
  setAside?: unknown;
}

/**
 * One unit of work on the line: a mail, a timer or a ruling. Collects outcomes and notices while it is decided;
 * `close` writes the entry that stands for the whole step, the decisions and the outbox rows. All in the caller's
 * transaction: either everything of a step is there, or nothing (invariant 4).
 */
export class Step {
  readonly tx: Queryable;
  readonly office: Office;
  /** The instant that counts for rules: arrival of the mail, or the time at which a timer was due. */
  readonly now: Date;
  readonly cause: string;
  readonly mail: StepMail | undefined;
  readonly outcomes: StepOutcome[] = [];
  readonly #drafts: NoticeDraft[] = [];

  constructor(tx: Queryable, office: Office, now: Date, cause: string, mail?: StepMail) {
    this.tx = tx;
    this.office = office;
    this.now = now;
    this.cause = cause;
    this.mail = mail;
  }

  add(outcome: StepOutcome): void {
    this.outcomes.push(outcome);
  }

  notify(draft: NoticeDraft): void {
    this.#drafts.push(draft);
  }

  /** Copied on a partner's notice to show that the Head of Sales is informed. */
  get headOfSales(): string {
    return this.office.identity.headOfSales.address;
  }

  async close(): Promise<StepReport> {
    const { policy, clock } = this.office;
    const recordedAt = clock.now();
    const version = policyVersion(policy);
    const outcomes = this.outcomes.map(({ outcome, rule, reference, aware }) => ({
      outcome,
      rule,
      reference,
      aware: aware?.length ? aware : undefined,
    }));
    const entry = this.mail
      ? await appendEntry(this.tx, recordedAt, 'mail.decided', {
          mailHash: this.mail.rawHash,
          receivedAt: this.mail.receivedAt,
          outcomes,
          policyVersion: version,
        })
      : await appendEntry(this.tx, recordedAt, 'time.passed', { due: this.now, timer: this.cause, outcomes });
    const first = this.mail ? await nextOrdinal(this.tx, this.mail.id) : 0;
    for (const [index, outcome] of this.outcomes.entries()) {
      await insertDecision(this.tx, {
        messageId: this.mail?.id,
        ordinal: first + index,
        registrationId: outcome.registrationId,
        customerName: outcome.customer,
        outcome: outcome.outcome,
        rule: outcome.rule,
        queuePosition: outcome.queuePosition,
        inputs: canonicalJson(outcome.inputs ?? {}),
        tried: canonicalJson(outcome.tried ?? []),
        policyVersion: version,
        decidedAt: recordedAt,
        ledgerEntry: entry.entry,
      });
    }
    const noticeIds: bigint[] = [];
    const head = signHead(
      {
        size: Number(entry.entry),
        root: rootOf(entry.frontier).toString('hex'),
        at: recordedAt.toISOString(),
      },
      this.office.headKey,
    );
    // The sender's own answer comes first, whatever else was told on the way.
    const drafts = this.#drafts.toSorted(
      (a, b) => Number(b.answersMail ?? false) - Number(a.answersMail ?? false),
    );
    for (const draft of drafts) {
      const id = await this.#queue(draft, entry, head);
      if (id !== undefined) noticeIds.push(id);
    }
    return { messageId: this.mail?.id, at: this.now, outcomes: this.outcomes, noticeIds };
  }

  /** Renders a notice and puts it into the outbox: what was promised is evidence, a retry sends the same bytes. */
  async #queue(draft: NoticeDraft, entry: AppendedEntry, head: SignedHead): Promise<bigint | undefined> {
    const { identity } = this.office;
    const recordedAt = new Date(head.at);
    const params = {
      ...draft.params,
      unread: draft.params.unread ?? [],
      receipt: {
        entry: Number(entry.entry),
        hash: entry.hash,
        root: head.root,
        recordedAt: head.at,
        ...(this.mail && draft.answersMail ? { mailHash: this.mail.rawHash } : {}),
      },
      contact: {
        headOfSales: identity.headOfSales.name,
        headOfSalesAddress: identity.headOfSales.address,
        address: identity.address,
        phone: identity.phone,
        website: identity.website,
      },
    } as NoticeParams;
    const notice = render(params);
    const cause = draft.cause ?? this.cause;
    const envelope = this.mail && draft.answersMail ? this.mail.understanding.envelope : undefined;
    const mark = this.#mark(`${cause}|${params.kind}|${draft.to}`);
    const messageId = `<${mark}@${identity.address.split('@')[1]}>`;
    const raw = await composeMime(notice, {
      from: { name: identity.name, address: identity.address },
      to: draft.to,
      cc: draft.cc ?? [],
      messageId,
      date: recordedAt,
      answers: envelope && { messageId: envelope.messageId, references: envelope.references },
      marker: mark,
      receipt: { entry: head.size, json: receiptOf(entry, head, this.#mayReadEntry(draft)) },
    });
    return insertNotice(this.tx, {
      cause,
      kind: params.kind,
      language: params.language,
      recipient: draft.to,
      cc: draft.cc ?? [],
      envelopeFrom: identity.bounceAddress,
      messageId,
      subject: notice.subject,
      text: notice.text,
      raw,
      ledgerEntry: entry.entry,
      inReplyTo: draft.answersMail ? this.mail?.id : undefined,
      registrationIds: draft.registrationIds ?? [],
      disputeId: draft.disputeId,
      createdAt: recordedAt,
    });
  }

  /** The entry of a step tells of every registration that changed: only its own to whom the mail answers. */
  #mayReadEntry({ answersMail, registrationIds = [] }: NoticeDraft): boolean {
    const isOwn = ({ registrationId, reference }: StepOutcome) =>
      registrationId === undefined ? reference === undefined : registrationIds.includes(registrationId);
    return answersMail === true && this.outcomes.every(isOwn);
  }

  /** Keyed, so that nobody else can make a mark of ours; equal for the same notice at every try. */
  #mark(text: string): string {
    return `dealreg.${createHmac('sha256', this.office.noticeSecret).update(text).digest('hex').slice(0, 40)}`;
  }
}

/** Language of notices to the Head of Sales. */
export const headOfSalesLanguage = (office: Office): Language => office.identity.headOfSales.language;
