/** Compares what was understood with what a careful reader says that a mail states, field by field. */

import type { Money, StatedRegistration } from '../message/understanding.ts';

/** What a mail's `.json` beside it holds. */
export interface Truth {
  language: string;
  intent: string;
  reference?: string;
  registrations?: Partial<StatedRegistration>[];
  changes?: Partial<StatedRegistration>;
  also_registers?: boolean;
  expect?: { reply: boolean };
  trust?: string;
}

/** A line of predictions, as `dealreg understand` prints it. */
export interface Prediction {
  language: string;
  intent: string;
  reference?: string;
  registrations: Partial<StatedRegistration>[];
  changes: Partial<StatedRegistration>;
  reply: boolean;
  trust: string;
}

export interface Count {
  right: number;
  /** Said, but not stated or stated otherwise. */
  invented: number;
  missed: number;
  /** Of those: both say something, but not the same. */
  wrong: number;
}

export interface Miss {
  mail: string;
  field: string;
  want: unknown;
  got: unknown;
}

const SCALARS = [
  'customer.name',
  'customer.vat',
  'customer.registration_number',
  'customer.country',
  'customer.city',
  'customer.postal_code',
  'customer.street',
  'customer.domain',
  'customer.contact_name',
  'customer.contact_email',
  'customer.contact_phone',
  'seats',
  'value',
  'expected_close',
] as const;
const SETS = ['services', 'situation'] as const;
export const FIELDS: readonly string[] = [...SCALARS, ...SETS];

const FORM =
  /(?:^|[\s,(])(?:s\.? ?à\.? ?r\.? ?l\.?(?:[- ]?s)?|sarl|sas|sasu|eurl|s\.?a\.?|sca|s\.c\.a\.?|scs|s\.e\.c\.s\.?|sci|srl|sprl|b\.?v\.?|bvba|n\.?v\.?|v\.?o\.?f\.?|gmbh(?: ?& ?co\.? ?kg)?|ag|kg|ohg|gbr|e\.? ?k\.?|e\.? ?v\.?|ltd\.?|plc|a\.?s\.?b\.?l\.?|vzw|stichting)(?=$|[\s,.)])/giu;
const TITLE = /^(?:mr?s?|mme|m|herr|frau|dhr|mevr|monsieur|madame|här|madamm|dr|me|maître)\.? /i;

function fold(value: unknown): string {
  return String(value)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

function core(value: unknown): string {
  return fold(String(value).replace(FORM, ' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const bare = (value: unknown) => fold(value).replace(/[^a-z0-9]/g, '');

/** Whether two values of a field mean the same: forms, case, accents and punctuation aside. */
export function isSameValue(field: string, want: unknown, got: unknown): boolean {
  switch (field) {
    case 'customer.name':
    case 'customer.city':
    case 'customer.street':
      return core(want) === core(got) || fold(want) === fold(got);
    case 'customer.contact_name':
      return core(String(want).replace(TITLE, '')) === core(String(got).replace(TITLE, ''));
    case 'customer.vat':
      return bare(want) === bare(got);
    case 'customer.registration_number':
      return (
        bare(want).replace(/^(?:rcs|kbo|bce|siren|kvk)+/, '') ===
        bare(got).replace(/^(?:rcs|kbo|bce|siren|kvk)+/, '')
      );
    case 'customer.postal_code':
      return bare(want).replace(/^[lbdf](?=\d)/, '') === bare(got).replace(/^[lbdf](?=\d)/, '');
    case 'seats':
      return Number(want) === Number(got);
    case 'value': {
      const [a, b] = [want as Money, got as Money];
      return a.amount === b.amount && a.currency === b.currency && a.per === b.per;
    }
    default:
      return fold(want) === fold(got);
  }
}

function at(registration: Partial<StatedRegistration> | undefined, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], registration);
}

/** Tallies of all fields over many mails. */
export class Counts {
  readonly fields = new Map<string, Count>(
    FIELDS.map((field) => [field, { right: 0, invented: 0, missed: 0, wrong: 0 }]),
  );
  readonly misses: Miss[] = [];
  mails = 0;
  language = 0;
  intent = 0;
  reply = { right: 0, all: 0, wronglyAnswered: 0 };
  trust = { right: 0, all: 0 };
  whole = { right: 0, all: 0 };

  /** Adds one mail. */
  add(mail: string, want: Truth, got: Prediction): void {
    const before = this.misses.length;
    this.mails++;
    this.head(mail, want, got);
    const carries = want.intent === 'register' || want.intent === 'awareness' || want.also_registers === true;
    const registrations = carries ? (want.registrations ?? []) : [];
    for (const [one, other] of paired(registrations, carries ? got.registrations : []))
      this.compare(mail, one, other);
    if (want.changes && Object.keys(want.changes).length > 0) this.compare(mail, want.changes, got.changes);
    if (registrations.length === 0) return;
    this.whole.all++;
    const decisive = new Set([
      'intent',
      'customer.name',
      'customer.vat',
      'customer.registration_number',
      'services',
    ]);
    if (!this.misses.slice(before).some((miss) => decisive.has(miss.field))) this.whole.right++;
  }

  private head(mail: string, want: Truth, got: Prediction): void {
    const check = (field: string, expected: unknown, actual: unknown): boolean => {
      if (expected !== actual) this.misses.push({ mail, field, want: expected, got: actual });
      return expected === actual;
    };
    if (check('language', want.language, got.language)) this.language++;
    if (check('intent', want.intent, got.intent)) this.intent++;
    check('reference', want.reference, got.reference);
    if (want.expect) {
      this.reply.all++;
      if (check('reply', want.expect.reply, got.reply)) this.reply.right++;
      else if (!want.expect.reply) this.reply.wronglyAnswered++;
    }
    if (want.trust !== undefined) {
      this.trust.all++;
      if (check('trust', want.trust, got.trust)) this.trust.right++;
    }
  }

  private compare(mail: string, want: Partial<StatedRegistration>, got: Partial<StatedRegistration>): void {
    for (const field of SCALARS) {
      const [expected, actual] = [at(want, field), at(got, field)];
      const count = this.fields.get(field) as Count;
      if (expected === undefined && actual === undefined) continue;
      if (expected !== undefined && actual !== undefined && isSameValue(field, expected, actual)) {
        count.right++;
        continue;
      }
      if (expected !== undefined) count.missed++;
      if (actual !== undefined) count.invented++;
      if (expected !== undefined && actual !== undefined) count.wrong++;
      this.misses.push({ mail, field, want: expected, got: actual });
    }
    for (const field of SETS) this.compareSet(mail, field, want[field] ?? [], got[field] ?? []);
  }

  private compareSet(mail: string, field: string, want: readonly string[], got: readonly string[]): void {
    const count = this.fields.get(field) as Count;
    for (const value of want) {
      if (got.includes(value)) count.right++;
      else {
        count.missed++;
        this.misses.push({ mail, field, want: value, got: undefined });
      }
    }
    for (const value of got.filter((one) => !want.includes(one))) {
      count.invented++;
      this.misses.push({ mail, field, want: undefined, got: value });
    }
  }
}

/** Pairs stated and understood registrations by their names; what is left over stands alone. */
function paired(
  want: Partial<StatedRegistration>[],
  got: Partial<StatedRegistration>[],
): [Partial<StatedRegistration>, Partial<StatedRegistration>][] {
  const left = [...got];
  const pairs = want.map((one): [Partial<StatedRegistration>, Partial<StatedRegistration>] => {
    left.sort((a, b) => nearness(one, b) - nearness(one, a));
    return [one, left.shift() ?? {}];
  });
  return [
    ...pairs,
    ...left.map((one): [Partial<StatedRegistration>, Partial<StatedRegistration>] => [{}, one]),
  ];
}

function nearness(a: Partial<StatedRegistration>, b: Partial<StatedRegistration>): number {
  const words = (one: Partial<StatedRegistration>) =>
    new Set(
      core(one.customer?.name ?? '')
        .split(' ')
        .filter(Boolean),
    );
  const [x, y] = [words(a), words(b)];
  const union = new Set([...x, ...y]).size;
  const shared = [...x].filter((word) => y.has(word)).length;
  return (
    (union > 0 ? shared / union : 0.01) +
    (a.customer?.vat !== undefined && a.customer.vat === b.customer?.vat ? 1 : 0)
  );
}
