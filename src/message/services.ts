import { fold } from './lexicon/fold.ts';
import { occurrences, occurs, type Span } from './lexicon/pattern.ts';
import { BACKUP_LINE, NOT_A_SERVICE, SERVICE_WORDS } from './lexicon/services.ts';
import { type Stance, stanceReader } from './stance.ts';
import { type Evidence, SERVICES, type Segment, type Service } from './understanding.ts';

/** A word for a service, and what the text says of it. */
export interface ServiceMention extends Span {
  service: Service;
  /** `wanted`; `kept` or `current`: the customer has it; `left_out`: refused or put off. */
  stance: Stance;
  text: string;
}

export interface ServiceOptions {
  /** Stretches that are names (companies, people): words in them do not count. */
  exclude?: Span[];
}

const READ_LIMIT = 40_000;

/**
 * Every mention of a service in a text, with its stance. Names given in `exclude`, addresses and phone labels do not
 * count. Callable for the part of a text that is about one customer.
 */
export function findServiceMentions(text: string, options: ServiceOptions = {}): ServiceMention[] {
  const original = text.slice(0, READ_LIMIT);
  const folded = blank(fold(original), options.exclude ?? []);
  const words = mentions(withoutLookalikes(folded)).filter((mention) => isMeant(original, mention));
  const stanceOf = stanceReader(folded, words);
  return words.map((mention) => ({
    ...mention,
    stance: stanceOf(mention),
    text: original.slice(mention.start, mention.end),
  }));
}

/**
 * The services that a text says are wanted, in the order of `SERVICES`, each with its first mention.
 * Where nothing is said to be wanted, what the customer has today is taken as what the mail is about, but never what
 * it keeps or refuses.
 */
export function findServices(text: string, options: ServiceOptions = {}): ServiceMention[] {
  return wantedOf(findServiceMentions(text, options));
}

/** `findServices` over several segments, each read on its own, with evidence. */
export function servicesOf(
  segments: Segment[],
  options: (segment: Segment) => ServiceOptions = () => ({}),
): { services: Service[]; evidence: Evidence[] } {
  const found = segments.flatMap((segment) =>
    findServiceMentions(segment.text, options(segment)).map((mention) => ({
      ...mention,
      segment: segment.id,
    })),
  );
  const wanted = wantedOf(found);
  return {
    services: wanted.map((mention) => mention.service),
    evidence: wanted.map(({ service, segment, start, end, text }) => ({
      path: `services.${service}`,
      segment,
      start,
      end,
      text,
      method: 'lexicon',
      confidence: 0.9,
    })),
  };
}

function wantedOf<T extends ServiceMention>(found: T[]): T[] {
  const wanted = withoutReplacedLines(found.filter((mention) => mention.stance === 'wanted'));
  const chosen = wanted.length > 0 ? wanted : found.filter((mention) => mention.stance === 'current');
  return SERVICES.flatMap((service) => chosen.find((mention) => mention.service === service) ?? []);
}

const LINES =
  /^(?:voice|phone|telephone|analog(?:ue)?|isdn|telefo[a-z]{1,4})(?:[- ]?(?:line|leitung|lijn|anschl)|$)/;

/** "Their voice lines: a SIP trunk": lines are what the trunk replaces, and a bare "phone" is no system. */
function withoutReplacedLines<T extends ServiceMention>(wanted: T[]): T[] {
  if (!wanted.some((mention) => mention.service === 'sip_trunk')) return wanted;
  return wanted.filter((mention) => mention.service !== 'communication' || !LINES.test(fold(mention.text)));
}

const ACRONYM = /(?:^|[^\p{L}])(?:did|it|soc|nas|utm|acd|svi|vps)(?![\p{L}])/u;
const COMPANY =
  /^(?:[ -]?(?:\p{Lu}[\p{L}'.-]{1,30}|&|et|und|and|en|de|du))(?:[ ](?:\p{Lu}[\p{L}'.-]{1,30}|&|et|und|and|en|de|du)){0,4}[ ](?:S\.?[ ]?à[ ]?r\.?[ ]?l|SARL|S\.?A\.?S?(?![\p{L}])|SRL|SPRL|BV|B\.V|NV|N\.V|GmbH|AG|KG|e\.K|UG|SCI|ASBL|a\.s\.b\.l|VZW|SNC|VOF|Ltd|PLC)/u;

/** Words in small letters that are acronyms only in capitals ("did", "it"), and the beginnings of company names. */
function isMeant(text: string, mention: Span): boolean {
  if (ACRONYM.test(text.slice(mention.start, mention.end))) return false;
  const first = text[mention.start]!;
  return first === first.toLowerCase() || !COMPANY.test(text.slice(mention.end, mention.end + 90));
}

const ADDRESS =
  /[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,80}|(?:https?:\/\/|www\.)[^\s<>]{1,200}|[a-z0-9-]{1,60}\.(?:example|com|lu|be|fr|de|nl|eu|net|org|io)(?![a-z])/g;

function withoutLookalikes(folded: string): string {
  const addresses = occurrences(folded, ADDRESS);
  return blank(blank(folded, addresses), occurrences(folded, NOT_A_SERVICE));
}

/** Spaces in place of the spans: offsets stay. */
function blank(text: string, spans: Span[]): string {
  let result = text;
  for (const { start, end } of spans) {
    result = result.slice(0, start) + ' '.repeat(Math.max(0, end - start)) + result.slice(end);
  }
  return result.slice(0, text.length);
}

function mentions(folded: string): (Span & { service: Service })[] {
  const backupLines = occurrences(folded, BACKUP_LINE);
  const withoutBackupLines = blank(folded, backupLines);
  const found = SERVICES.flatMap((service) =>
    occurrences(service === 'it' ? withoutBackupLines : folded, SERVICE_WORDS[service]).map((span) => ({
      ...span,
      service,
    })),
  );
  const lines = backupLines.map((span) => ({ ...span, service: 'internet' as const }));
  return longestOnly([...found, ...lines]).filter((mention) => !isEmptyTrunkWord(folded, mention));
}

/** Of mentions of unlike services that overlap, the longer counts: "SIP-Telefonanlage", "voip trunk". */
function longestOnly<T extends Span & { service: Service }>(found: T[]): T[] {
  return found
    .filter(
      (mention) =>
        !found.some(
          (other) =>
            other.service !== mention.service &&
            other.start <= mention.start &&
            other.end >= mention.end &&
            other.end - other.start > mention.end - mention.start,
        ),
    )
    .toSorted((a, b) => a.start - b.start);
}

const SIP_DEVICE = /^sip[- ]?(?:telefon|phone|toestel|apparat|client|account|telephone)/;

/** "SIP phones" are handsets. */
function isEmptyTrunkWord(folded: string, mention: Span & { service: Service }): boolean {
  return (
    mention.service === 'sip_trunk' &&
    occurs(folded.slice(mention.start, mention.end + 12), new RegExp(SIP_DEVICE.source, 'g'))
  );
}
