import type { StatedRegistration } from '../message/understanding.ts';
import type { LedgerEvent, RegistrationContact } from '../registration/events.ts';
import { evolve, type RegistrationFacts } from '../registration/evolve.ts';
import type { LedgerEntry } from './chain.ts';

/** A registration as the ledger tells it, with the entry that spoke of it last. */
export interface ToldRegistration {
  facts: RegistrationFacts;
  /** Absent where the personal data was erased. */
  stated?: StatedRegistration;
  contact?: RegistrationContact;
  lastEntry: bigint;
}

export interface ToldDecision {
  entries: bigint[];
  receivedAt: string;
}

export interface ToldAwareness {
  entry: bigint;
  body: Record<string, unknown>;
}

/** Everything that the ledger's entries, read in order, say about the tables beside it. */
export class Story {
  readonly registrations = new Map<string, ToldRegistration>();
  /** By hash of the mail. */
  readonly decisions = new Map<string, ToldDecision>();
  readonly awareness: ToldAwareness[] = [];
  /** Entries whose personal data is not there. */
  readonly unsealed: bigint[] = [];
  /** Of what the ledger says that it was erased: numbers of entries, hashes of mails, ids of notices. */
  readonly erased = { entries: new Set<string>(), mails: new Set<string>(), notices: new Set<string>() };
  entries = 0;

  /** Takes one entry with its personal data, where that is kept. Throws where a change comes before its opening. */
  take(entry: LedgerEntry, sealed: Record<string, unknown> | undefined): void {
    this.entries += 1;
    if (entry.sealedHash !== undefined && !sealed) this.unsealed.push(entry.entry);
    switch (entry.kind) {
      case 'registration.opened':
      case 'registration.changed':
        this.#takeRegistration(entry, sealed);
        return;
      case 'mail.decided': {
        const { mailHash, receivedAt } = entry.body as { mailHash: string; receivedAt: string };
        const entries = [...(this.decisions.get(mailHash)?.entries ?? []), entry.entry];
        this.decisions.set(mailHash, { entries, receivedAt });
        return;
      }
      case 'mail.released':
        // Released, it is decided again: that decision is the one to hold against the mail.
        this.decisions.delete(String(entry.body.mailHash));
        return;
      case 'awareness.recorded':
        this.awareness.push({ entry: entry.entry, body: entry.body });
        return;
      case 'data.erased': {
        const { entries, mails, notices } = entry.body as Record<keyof Story['erased'], string[]>;
        for (const number of entries) this.erased.entries.add(number);
        for (const hash of mails) this.erased.mails.add(hash);
        for (const id of notices) this.erased.notices.add(id);
      }
    }
  }

  #takeRegistration({ entry, kind, body }: LedgerEntry, sealed: Record<string, unknown> | undefined): void {
    const reference = String(body.reference);
    const told = this.registrations.get(reference);
    // Bodies are plain JSON: dates and ids are text, and are compared as such.
    const event = (
      kind === 'registration.opened' ? { kind, registration: body } : { kind, ...body }
    ) as Extract<LedgerEvent, { kind: 'registration.opened' | 'registration.changed' }>;
    const { stated, contact } = { ...told, ...sealed } as Pick<ToldRegistration, 'stated' | 'contact'>;
    this.registrations.set(reference, {
      facts: evolve(told?.facts, event),
      stated,
      contact,
      lastEntry: entry,
    });
  }
}
