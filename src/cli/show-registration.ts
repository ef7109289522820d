import { styleText } from 'node:util';
import { customerById, type StoredCustomer } from '../database/customers.ts';
import { type Dispute, disputesOfRegistration } from '../database/disputes.ts';
import {
  type DecisionLine,
  decisionsOfRegistration,
  entriesOfRegistration,
  type NoticeLine,
  noticesOfRegistration,
} from '../database/listing.ts';
import { type Partner, partnerById } from '../database/partners.ts';
import { registrationByReference, type StoredRegistration } from '../database/registrations.ts';
import type { LedgerEntry } from '../ledger/chain.ts';
import type { Queryable } from '../ports.ts';
import { choicesOf } from '../registration/ruling.ts';
import { type Cell, facts, moment, table } from './table.ts';

/** One registration with all that belongs to it. */
export interface ShownRegistration {
  registration: StoredRegistration;
  partner: Partner | undefined;
  customer: StoredCustomer | undefined;
  decisions: DecisionLine[];
  disputes: Dispute[];
  notices: NoticeLine[];
  history: LedgerEntry[];
}

export async function readRegistration(
  tx: Queryable,
  reference: string,
): Promise<ShownRegistration | undefined> {
  const registration = await registrationByReference(tx, reference);
  if (!registration) return undefined;
  const { id, customerId, partnerId } = registration;
  const disputes = await disputesOfRegistration(tx, id);
  return {
    registration,
    partner: await partnerById(tx, partnerId),
    customer: customerId === undefined ? undefined : await customerById(tx, customerId),
    decisions: await decisionsOfRegistration(tx, id),
    disputes,
    notices: await noticesOfRegistration(tx, id),
    history: await entriesOfRegistration(
      tx,
      reference,
      disputes.map((dispute) => dispute.id),
    ),
  };
}

/** Everything about a registration for a person, from what stands now to how it came to stand. */
export function registrationText(shown: ShownRegistration): string {
  const chapters = [
    heading(shown),
    claim(shown),
    chapter('Disputes', shown.disputes.map(disputeText)),
    decisionsChapter(shown.decisions),
    noticesChapter(shown.notices),
    historyChapter(shown.history),
  ];
  return chapters.filter(Boolean).join('\n\n');
}

const chapter = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [styleText('bold', title), ...lines].join('\n');

function heading({ registration, partner }: ShownRegistration): string {
  const { reference, status, rule, partnerId } = registration;
  return styleText('bold', `${reference}  ${status}  by ${rule}  for ${partner?.name ?? partnerId}`);
}

function claim({ registration, customer }: ShownRegistration): string {
  const { stated, services, receivedAt, messageId, contact } = registration;
  const { name, vat, registration_number, city, country, domain } = stated.customer;
  const pairs: [string, Cell][] = [
    ['customer', name],
    ['number', vat ?? registration_number],
    ['place', [city, country].filter(Boolean).join(', ') || undefined],
    ['website', domain],
    [
      'known as',
      customer && `customer ${customer.id}${customer.externalId ? ` (${customer.externalId})` : ''}`,
    ],
    ['partner of record', customer?.attachment.partnerId],
    ['services', services],
    ['seats', stated.seats],
    ['expected close', stated.expected_close],
    ['situation', stated.situation],
    ['arrived', `${moment(receivedAt)} by mail ${messageId}`],
    ['protected until', registration.status === 'protected' ? registration.protectedUntil : undefined],
    ['kept until', registration.status === 'pending' ? registration.graceUntil : undefined],
    ['extensions', registration.extensions || undefined],
    ['several may sell', registration.shared ? 'yes, by a ruling' : undefined],
    ['closed', registration.closedAt],
    ['notices go to', `${contact.address} (${contact.language})`],
  ];
  return facts(
    pairs.filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}

function disputeText({ rule, state, openedAt, raiseDue, choice, ruledAt }: Dispute): string {
  const opened = `  ${rule}, opened ${moment(openedAt)}: `;
  if (state === 'ruled') return `${opened}ruled ${choice} on ${ruledAt ? moment(ruledAt) : '–'}`;
  if (state === 'dissolved') return `${opened}dissolved`;
  return `${opened}waits for a ruling (${choicesOf(rule).join(', ')}), raised again ${moment(raiseDue)}`;
}

/** Decisions with the rules that were asked: every rule before the one that decided had nothing to say. */
export function decisionsChapter(decisions: readonly DecisionLine[]): string {
  return chapter(
    'Decisions',
    decisions.flatMap(({ outcome, rule, customer_name, queue_position, tried, ...decision }) => {
      const place = queue_position === null ? '' : `, place ${queue_position}`;
      const customer = customer_name === null ? '' : ` for ${customer_name}`;
      const mail = decision.message_id === null ? '' : `, mail ${decision.message_id}`;
      const asked = tried.map((step) =>
        step.result === 'passed' ? step.rule : `${step.rule} ${step.result}`,
      );
      return [
        `  ${moment(decision.decided_at)}  ${outcome}${place} by ${rule}${customer} (entry ${decision.ledger_entry}${mail}, policy ${decision.policy_version})`,
        ...(asked.length > 0 ? [styleText('dim', `    asked in order: ${asked.join(', ')}`)] : []),
      ];
    }),
  );
}

export function noticesChapter(notices: readonly NoticeLine[]): string {
  if (notices.length === 0) return '';
  const rows = notices.map(
    ({ id, kind, recipient, state, created_at, sent_at, last_error, ledger_entry }) => [
      id,
      kind,
      recipient,
      last_error === null || state === 'sent' ? state : `${state}: ${last_error}`,
      created_at,
      sent_at,
      ledger_entry,
    ],
  );
  const heads = ['notice', 'kind', 'to', 'state', 'written', 'sent', 'entry'];
  return `${styleText('bold', 'Notices')}\n${table(heads, rows)}`;
}

function historyChapter(history: readonly LedgerEntry[]): string {
  if (history.length === 0) return '';
  const rows = history.map(({ entry, at, kind, body, hash }) => [
    entry,
    new Date(at),
    kind,
    whatOf(kind, body),
    hash.slice(0, 12),
  ]);
  return `${styleText('bold', 'Ledger')}\n${table(['entry', 'at', 'kind', 'what', 'fingerprint'], rows)}`;
}

/** What an entry says beside its kind, in one line. */
function whatOf(kind: string, body: Record<string, unknown>): string {
  const pairs = (value: unknown) =>
    Object.entries((value ?? {}) as Record<string, unknown>)
      .map(([name, member]) => `${name} ${Array.isArray(member) ? member.join(' ') : String(member)}`)
      .join(', ');
  switch (kind) {
    case 'registration.opened':
      return `${body.status} by ${body.rule}`;
    case 'registration.changed':
      return `${body.cause}: ${pairs(body.change) || 'data of the customer or contact'}`;
    case 'mail.decided':
    case 'time.passed':
      return (body.outcomes as { outcome: string; rule: string }[])
        .map(({ outcome, rule }) => `${outcome} ${rule}`)
        .join(', ');
    default:
      return pairs(Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'reference')));
  }
}
