import type { Language } from '../message/understanding.ts';
import type { NoticeParams, Section, SectionRule } from './params.ts';
import { personName } from './phrases.ts';
import { type SectionEnd, WORDS } from './words/index.ts';

/** How each rule ends for the partner. A new rule does not compile without its end. */
export const SECTION_ENDS: Record<SectionRule, SectionEnd> = {
  'sender.unknown': 'rejected',
  'partner.suspended': 'rejected',
  'request.incomplete': 'incomplete',
  'service.not_covered': 'rejected',
  'registration.repeated': 'repeated',
  'customer.uncertain': 'conflict',
  'customer.changes_partner': 'conflict',
  'customer.unhappy': 'conflict',
  'customer.of_other_partner': 'conflict',
  'customer.of_mixvoip': 'conflict',
  'registration.competing': 'conflict',
  'registration.tie': 'conflict',
  'customer.own': 'accepted',
  'mixvoip.aware_first': 'rejected',
  'prospect.first': 'accepted',
  'queue.closed': 'rejected',
  'command.contest': 'conflict',
};

const ENDS_IN_ORDER: readonly SectionEnd[] = ['accepted', 'repeated', 'incomplete', 'conflict', 'rejected'];

/** The parameters of a notice with the little that templates would otherwise have to work out. */
export type View = NoticeParams & {
  greetingName: string | false;
  promoted: boolean;
  unknownSender: boolean;
  answersMail: boolean;
} & Partial<AnswerView>;

interface AnswerView {
  section: Section;
  several: boolean;
  numbered: (Section & { number: number; end: string })[];
  count: number;
  /** `2 accepted, 1 to be settled`. */
  counts: string;
}

/** Adds to cleaned parameters what templates need beside them. */
export function viewOf(params: NoticeParams): View {
  const unknownSender = 'sections' in params && params.sections.some(isUnknownSender);
  const answersMail = params.receivedAt !== undefined && params.kind !== 'dispute';
  const base = {
    ...params,
    greetingName: (unknownSender ? undefined : personName(params.recipientName)) ?? (false as const),
    promoted: params.kind === 'promoted',
    unknownSender,
    answersMail,
    receipt: answersMail ? params.receipt : { ...params.receipt, mailHash: undefined },
  };
  if (!('sections' in params)) return base;
  const sections = (
    unknownSender ? params.sections.filter(isUnknownSender).slice(0, 1) : params.sections
  ).map(withoutDoubles);
  return { ...base, ...answerView(sections, params.language) };
}

/** A stranger gets one short answer that repeats nothing of the mail. */
function isUnknownSender(section: Section): boolean {
  return section.rule === 'sender.unknown';
}

/** A service that the answer is about is not listed a second time as left out of it. */
function withoutDoubles(section: Section): Section {
  const excluded = section.excluded.filter(({ service }) => !section.services.includes(service));
  return { ...section, excluded };
}

function answerView(sections: Section[], language: Language): AnswerView {
  const [section] = sections;
  if (!section) throw new Error('an answer without a section');
  const { ends } = WORDS[language];
  return {
    section,
    several: sections.length > 1,
    numbered: sections.map((each, index) => ({
      ...each,
      number: index + 1,
      end: ends[SECTION_ENDS[each.rule]].title,
    })),
    count: sections.length,
    counts: countEnds(sections, language),
  };
}

function countEnds(sections: Section[], language: Language): string {
  const { ends } = WORDS[language];
  return ENDS_IN_ORDER.map((end) => {
    const count = sections.filter((section) => SECTION_ENDS[section.rule] === end).length;
    if (count === 0) return undefined;
    return count === 1 ? ends[end].one : `${count} ${ends[end].many}`;
  })
    .filter((text) => text !== undefined)
    .join(', ');
}
