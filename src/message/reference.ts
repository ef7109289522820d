import type { Intent, Segment } from './understanding.ts';

/** One of our references as a mail names it. */
export interface ReferenceMention {
  /** Canonical: `DR-2026-000123`. */
  reference: string;
  segment: number;
  start: number;
  end: number;
  text: string;
}

/** What is known of a mail for finding the deal that it acts upon. */
export interface ReferenceContext {
  segments: Segment[];
  intent: Intent;
  /** In-Reply-To and References: our own Message-IDs may carry a reference. */
  threadIds?: string[];
}

const MENTION = /(?<![a-z0-9])d[ .]?r[ \t]?[-–—_./#: ]{0,3}(20\d\d)[ \t]?[-–—_./ ]{0,2}(\d{1,6})(?![0-9])/giu;
const SHORT_MENTION = /(?<![a-z0-9])dr[-–—_#: ]{1,2}(0\d{5})(?![0-9])/giu;
const READ_LIMIT = 60_000;

/**
 * Every reference of ours that the segments name, in reading order. Lower case, other dashes, blanks and missing
 * zeros (`dr 2026 123`) are read as meant.
 */
export function findReferences(segments: Segment[]): ReferenceMention[] {
  return segments.flatMap((segment) =>
    [...segment.text.slice(0, READ_LIMIT).matchAll(MENTION)].map((match) => ({
      reference: `DR-${match[1]}-${match[2]!.padStart(6, '0')}`,
      segment: segment.id,
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
    })),
  );
}

/**
 * The reference that a mail acts upon: the one that its own text names, else its subject, else the notice of ours
 * that it answers. Absent for a new registration: it acts upon no earlier one, whatever it quotes.
 */
export function referenceActedUpon(context: ReferenceContext): string | undefined {
  if (context.intent === 'register' || context.intent === 'awareness') return undefined;
  const mentions = findReferences(context.segments);
  const known = new Set(mentions.map((mention) => mention.reference));
  const kindOf = new Map(context.segments.map((segment) => [segment.id, segment.kind]));
  const from = (kind: Segment['kind']) => mentions.filter((mention) => kindOf.get(mention.segment) === kind);
  const own = from('own');
  return (
    preferred(own, context.segments) ??
    shortReference(context.segments, known) ??
    from('subject').at(-1)?.reference ??
    from('quote')[0]?.reference ?? // history is newest first
    from('forward')[0]?.reference ??
    from('attachment')[0]?.reference ??
    fromThread(context.threadIds ?? []) ??
    // What a mail system returns of ours may look like a signature.
    (context.intent === 'bounce' ? mentions[0]?.reference : undefined)
  );
}

const NOT_THIS_ONE =
  /(?:nicht|pas|not|niet|net|au lieu de|statt|instead of|rather than|in plaats van|plutot que|amplaz vun)[ \t\n]{1,3}(?:die |de |den |la |le |the |het |um |l')?$/i;

/** The first of the own text that is not named as the wrong one ("not DR-…, but DR-…"). */
function preferred(mentions: ReferenceMention[], segments: Segment[]): string | undefined {
  const right = mentions.filter((mention) => {
    const text = segments.find((segment) => segment.id === mention.segment)?.text ?? '';
    return !NOT_THIS_ONE.test(text.slice(Math.max(0, mention.start - 30), mention.start));
  });
  return (right[0] ?? mentions[0])?.reference;
}

/** `DR-000123` without its year counts where the mail or its thread names the full reference. */
function shortReference(segments: Segment[], known: Set<string>): string | undefined {
  const own = segments.filter((segment) => segment.kind === 'own' || segment.kind === 'subject');
  for (const segment of own) {
    for (const match of segment.text.slice(0, READ_LIMIT).matchAll(SHORT_MENTION)) {
      const full = [...known].find((reference) => reference.endsWith(match[1]!));
      if (full !== undefined) return full;
    }
  }
  return undefined;
}

function fromThread(threadIds: string[]): string | undefined {
  for (const id of threadIds.toReversed()) {
    const match = id.slice(0, 500).matchAll(MENTION).next().value;
    if (match) return `DR-${match[1]}-${match[2]!.padStart(6, '0')}`;
  }
  return undefined;
}
