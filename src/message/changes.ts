import { answersToQuestions } from './changes/answers.ts';
import { withoutOldValues } from './changes/old-values.ts';
import { withoutOtherCustomers } from './changes/other-customers.ts';
import { findDates } from './fields/dates.ts';
import { fold } from './lexicon/fold.ts';
import type { Changes, Intent, Segment, StatedCustomer, StatedRegistration } from './understanding.ts';

/** What is needed to find the new values of a mail about a deal already sent. */
export interface ChangesContext {
  segments: Segment[];
  intent: Intent;
  /** The sender's Date header, for dates without a year. */
  mailDate?: string;
  /** Reads what segments state of customers, as for a new registration. */
  read(segments: Segment[]): StatedRegistration[];
}

/**
 * The new values that a mail brings for a deal already sent. Values said to be wrong or past ("36 statt 30") are
 * taken out before reading, and answers are read with the question of ours that they stand under. A customer's name
 * that our notice already names only identifies the deal; a withdrawal keeps it, for it may have nothing else.
 */
export function detectChanges(context: ChangesContext): Changes {
  if (!BRINGS_VALUES.has(context.intent)) return {};
  const answers = answersToQuestions(context.segments);
  const labelled = answers.segment ? context.read(withOwn(context.segments, answers.segment)) : [];
  const stated = merged([...labelled, ...context.read(context.segments.map(newValuesOnly))]);
  if (context.intent === 'withdraw')
    return stated.customer?.name ? { customer: { name: stated.customer.name } } : {};
  const dated = withLoneDate(stated, context);
  if (context.intent === 'extend') return pick(dated, ['expected_close']);
  if (context.intent === 'won') return pick(dated, ['seats', 'value', 'expected_close']);
  const known = fold(
    context.segments
      .filter(isHistory)
      .map((segment) => segment.text)
      .join('\n'),
  );
  const services = [...new Set([...(dated.services ?? []), ...answers.services])];
  return {
    ...newCustomer(dated.customer ?? {}, known),
    ...(services.length > 0 ? { services } : {}),
    ...pick(dated, ['seats', 'value', 'expected_close']),
    ...(dated.situation?.length ? { situation: dated.situation } : {}),
  };
}

const BRINGS_VALUES: ReadonlySet<Intent> = new Set(['amend', 'extend', 'withdraw', 'won']);

function newValuesOnly(segment: Segment): Segment {
  if (segment.kind !== 'own') return segment;
  return { ...segment, text: withoutOldValues(withoutOtherCustomers(segment.text)) };
}

/** The answers in place of everything that could state facts. */
function withOwn(segments: Segment[], answers: Segment): Segment[] {
  const facts = new Set(['subject', 'own', 'forward', 'forward_signature', 'attachment']);
  return [...segments.filter((segment) => !facts.has(segment.kind)), answers];
}

function isHistory(segment: Segment): boolean {
  return segment.kind === 'quote' || segment.kind === 'subject';
}

/** Several readings as one: the first that states a field counts, lists are united. */
function merged(stated: StatedRegistration[]): Changes {
  const changes: Changes = { customer: {}, services: [], situation: [] };
  for (const one of stated) {
    changes.customer = { ...one.customer, ...changes.customer };
    changes.services = [...new Set([...changes.services!, ...one.services])];
    changes.situation = [...new Set([...changes.situation!, ...one.situation])];
    changes.seats ??= one.seats;
    changes.value ??= one.value;
    changes.expected_close ??= one.expected_close;
  }
  return changes;
}

/** "We will know in March": of a mail about time, its only date is the new one. */
function withLoneDate(changes: Changes, { segments, intent, mailDate }: ChangesContext): Changes {
  if (changes.expected_close !== undefined || intent !== 'extend') return changes;
  const own = segments.filter((segment) => segment.kind === 'own');
  const dates = own.flatMap((segment) => findDates(withoutOldValues(segment.text), mailDate));
  const values = [...new Set(dates.map((date) => date.value))].filter(
    (date) => mailDate === undefined || isLater(date, mailDate),
  );
  return values.length === 1 ? { ...changes, expected_close: values[0] } : changes;
}

function isLater(date: string, mailDate: string): boolean {
  const sent = new Date(mailDate);
  return (
    Number.isNaN(sent.getTime()) || date.slice(0, 7).replace(/-Q\d$/, '-12') >= sent.toISOString().slice(0, 7)
  );
}

/** A postal code and a town, in folded text; no year. */
const ADDRESS = /(?<![a-z0-9.,-])(?:[lbdf]-?)?(?!20[2-4]\d)\d{4,5}[ ][a-z]{3}/;

/**
 * What is new of the customer. The country is no news of its own: it comes with the town, unless our notice has an
 * address already.
 */
function newCustomer({ name, country, ...rest }: StatedCustomer, known: string): Pick<Changes, 'customer'> {
  const values: StatedCustomer = {
    ...(name !== undefined && !known.includes(fold(name)) ? { name } : {}),
    ...rest,
    ...(country !== undefined && rest.city !== undefined && !ADDRESS.test(known) ? { country } : {}),
  };
  return Object.keys(values).length > 0 ? { customer: values } : {};
}

function pick(changes: Changes, fields: ('seats' | 'value' | 'expected_close')[]): Changes {
  return Object.fromEntries(
    fields.filter((field) => changes[field] !== undefined).map((field) => [field, changes[field]]),
  );
}
