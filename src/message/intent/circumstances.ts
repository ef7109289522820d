import { fold } from '../lexicon/fold.ts';
import { occurs, pattern } from '../lexicon/pattern.ts';
import { findReferences } from '../reference.ts';
import { servicesOf } from '../services.ts';
import type { Automation, Segment } from '../understanding.ts';
import { type Hit, type ScoredText, scoreText } from './score.ts';

/** What is known of a mail beside its words. */
export interface IntentContext {
  segments: Segment[];
  automation: Automation;
  /** The From domain is Mixvoip's own. */
  fromStaff: boolean;
  /** The From domain is a partner's. */
  fromPartner?: boolean;
  /** In-Reply-To or References, or a quoted mail. */
  isReply: boolean;
  /** The display name of From, and its domain: a name that shows another domain's address pretends. */
  senderName?: string;
  senderDomain?: string;
  /** A customer was found in own text, forward or attachment. */
  namesCustomer?: boolean;
}

type SegmentHit = Hit & { segment: number; text: string };

const TEXT_LIMIT = 12_000;
const OUR_NOTICE = /@mixvoip\.com|deal[- ]?desk|partner[- ]?desk|mixvoip deal|dr-20\d\d-\d{6}/;

const REJECTION = pattern(`
  refus*; rejet*; ablehn*; abgelehnt; reject*; declined; afgewezen; afwijz*; geweigerd; ofgeleent;
  ofgelehnt; refuseiert; nicht annehmen; cannot accept; ne pouvons (?:pas )?accepter; niet aanvaarden;
  konflikt; conflit; conflict; (?:fruhere|earlier|anterieur|eerdere|fréier)* (?:registr|enregistr)*
`);
const EXPIRY = pattern(`
  expir*; prolong*; lauft (?:... )?ab; ablauf*; verlanger*; extend*; extension; verloopt; verval*; verleng*;
  leeft (?:... )?of; n'est plus protege*; endet; ends; eindigt; echeance
`);
const ASKED = pattern(`
  manqu*; precis*; besoin de; pouvez-vous; fehl*; benotig*; ruckfrage; missing; need; details; could you;
  ontbre*; nodig; kunt u; kunnen jullie; feel*; brauch*; quel*; welche*; which; how many; combien;
  wie viele; hoeveel; wivill
`);
const AGREES = pattern(`
  oui; volontiers; avec plaisir; svp; s'il (?:te|vous) plait; stp; ja; gern(?:e)?; bitte; yes; please; sure;
  graag; alsjeblieft; aub; jo; gar(?:en)?; w\\.e\\.g
`);
const OBJECTS = pattern(`
  mais; pourtant; pourquoi; aber; jedoch; warum; wieso; doch; but; however; why; maar; echter; waarom;
  nochtans; mee; firwat; awer; trotzdem; dennoch; toch; etonn*; verwundert; surprised
`);
const EARLIER = pattern(`
  (?:ma|mon|mes|notre|nos) (?:... )?(?:declaration|enregistrement|demande|mail|message|dossier|inscription)s?;
  (?:mein|meine|meiner|meinen|unsere|unser|unserer|unseren) (?:... )?(?:anmeldung|meldung|registrierung|mail|e-mail|nachricht|anfrage|projektmeldung)*;
  (?:my|our) (?:... )?(?:registration|mail|email|message|request|deal|submission|claim)s?;
  (?:mijn|onze|ons) (?:... )?(?:aanmelding|registratie|mail|bericht|aanvraag|melding);
  (?:meng|eis|mengem|eiser) (?:... )?(?:umeldung|registreierung|mail|message|ufro|demande);
  (?:je|nous|on) (?:... )?(?:vous|t')? ?(?:ai|avons|a|avais|avions) (?:... )?(?:ecrit|envoye|declare|enregistre|signale|transmis)e?s?;
  (?:habe|haben|hatte|hatten) (?:... )?(?:gemeldet|angemeldet|registriert|geschickt|gesendet|geschrieben);
  (?:have|had|i|we) (?:... )?(?:registered|sent|submitted|reported|wrote|filed);
  (?:heb|hebben|had|hadden) (?:... )?(?:aangemeld|geregistreerd|gestuurd|gemeld|doorgegeven);
  (?:hunn|hu|hat|haten) (?:... )?(?:ugemellt|registreiert|gescheckt|geschriwwen|gemellt);
  (?:dernier|precedent|premier)e? (?:mail|message|envoi|declaration);
  (?:letzte|vorige|erste|gestrige|fruhere)[nr]? (?:mail|meldung|anmeldung|nachricht);
  (?:last|previous|earlier|first) (?:mail|email|message|registration);
  (?:vorige|laatste|eerste|eerdere) (?:mail|aanmelding|bericht);
  (?:lescht|virecht|eischt)[a-z]{0,3} (?:mail|umeldung|message)
`);
/** Turns to another customer or deal. */
export const NOTHING_TO_DO = pattern(`
  (?:rien a voir|aucun rapport|sans rapport|sans lien) (?:... )?(?:avec|avec le)?;
  autre (?:client|dossier|sujet|projet|affaire); nouveau (?:client|dossier|sujet|projet);
  nouvelle (?:affaire|opportunite|demande); (?:nichts|nix) (?:... )?zu tun;
  noch (?:einer|ein kunde|ein neuer|eine neue|ein anderer|ein weiterer);
  (?:andere|neue|weitere)[nr]? (?:end)?(?:kunde|kunden|kundin|fall|vorgang|interessenten?); anderes (?:projekt|thema); nothing to do with;
  unrelated; (?:another|different|new) (?:customer|deal|one|client|prospect|case); niets (?:... )?te maken;
  (?:andere|nieuwe) (?:klant|deal|dossier); nog een (?:klant|andere|nieuwe); naischt (?:... )?ze dinn;
  (?:anere|neie|weidere)n? (?:client|deal|dossier); noch een(?: client)?
`);
const NO_REGISTRATION = pattern(`
  (?:pas|aucune?) (?:... )?(?:declaration|enregistrement|dossier concret|projet concret);
  (?:n'est|c'est) pas (?:une|un) (?:... )?(?:declaration|enregistrement|demande); rien de concret;
  (?:keine|noch keine) (?:... )?(?:registrierung|anmeldung|meldung|projektmeldung);
  (?:registrierung|anmeldung|meldung|projektmeldung) (?:... )?nicht; nichts konkretes; noch kein konkret*;
  (?:not|no) (?:a |yet a )?(?:registration|deal registration|claim);
  nothing (?:concrete|specific|to register); geen (?:... )?(?:aanmelding|registratie|melding);
  niets concreets; (?:keng|net) (?:eng )?(?:umeldung|registreierung); naischt konkretes;
  purement (?:theorique|informatif); rein (?:theoretisch|informativ); hypothetical*; question generale;
  allgemeine (?:an)?frage; general question; algemene vraag; allgemeng fro
`);
const APART = pattern(`
  par ailleurs; sinon; autre chose; au passage; j'en profite; et aussi; en meme temps; deuxieme point;
  aussi; autre; nouveau; nouvelle; außerdem; ausserdem; zudem; nebenbei; ubrigens; dazu; gleichzeitig;
  zweitens; weiterer; neuer; noch; also; besides; by the way; separately; while i am; in addition; second;
  another; new; daarnaast; trouwens; overigens; tegelijk; ook; nieuwe; ten tweede; donieft; iwwregens; och;
  nei(?:en|er|t)?; zweetens; gläichzäiteg
`);

/** Reads, once, everything beside plain word scores that tells intents apart. */
export function circumstances(context: IntentContext) {
  const of = (kind: Segment['kind']) => context.segments.filter((segment) => segment.kind === kind);
  const own = of('own');
  const scored = own.map((segment) => scoreSegment(segment, 1));
  const subject = of('subject').map((segment) => scoreSegment(segment, context.isReply ? 0.15 : 0.85));
  const hits: SegmentHit[] = [...subject, ...scored].flatMap((text) => text.hits);
  return {
    hits,
    ...noticeAnswered(context, of),
    ...said(foldedText(own)),
    ...brought(context, of),
    questions: scored.flatMap((text) => text.sentences).filter((sentence) => sentence.question).length,
    registersApart: registersApart(own, scored, APART),
    registersOther: registersApart(own, scored, NOTHING_TO_DO),
    pretends: pretends(context),
  };
}

type Of = (kind: Segment['kind']) => Segment[];

function foldedText(segments: Segment[]): string {
  const text = segments.map((segment) => segment.text).join('\n');
  return fold(text.slice(0, TEXT_LIMIT));
}

/** Which notice of ours the mail answers, and whether it names a deal. */
function noticeAnswered(context: IntentContext, of: Of) {
  const quoted = foldedText([...of('quote'), ...of('subject')]);
  const answersNotice = context.isReply && OUR_NOTICE.test(quoted);
  const mentions = findReferences([...of('own'), ...of('subject'), ...(answersNotice ? of('quote') : [])]);
  const inOwn = new Set(of('own').map((segment) => segment.id));
  return {
    answersNotice,
    namesReference: mentions.some(({ segment }) => inOwn.has(segment) || !context.isReply || answersNotice),
    answersRejection: answersNotice && occurs(quoted, REJECTION),
    answersExpiry: answersNotice && occurs(quoted, EXPIRY),
    answersQuestions: answersNotice && occurs(quoted, ASKED),
  };
}

const DATA =
  /\d|@|www\.|(?<![a-z])(?:gmbh|ohg|kg|ag|sarl|s\.a|s\.a r\.l|srl|sprl|bv|nv|asbl|vzw|ltd)(?![a-z])/;

/** Turns of the own text. */
function said(text: string) {
  return {
    agrees: occurs(text.slice(0, 200), AGREES),
    objects: occurs(text, OBJECTS),
    speaksOfEarlier: occurs(text, EARLIER),
    deniesRegistration: occurs(text, NO_REGISTRATION),
    disownsHistory: occurs(text, NOTHING_TO_DO),
    givesFigures: DATA.test(text.replace(/dr-20\d\d-\d{6}/g, '')),
  };
}

/** Services, forwarded mails and attachments. */
function brought(context: IntentContext, of: Of) {
  const wants = (segments: Segment[]) => servicesOf(segments).services.length > 0;
  const namesServices = wants(of('own'));
  const others = [...of('forward'), ...of('attachment')];
  return {
    namesServices,
    wantsServices: namesServices || (!context.isReply && wants(of('subject'))),
    bringsServices: wants(others),
    forwards: of('forward').length > 0,
    hasAttachedText: of('attachment').length > 0,
    hasCustomer: (context.namesCustomer ?? false) || others.length > 0,
  };
}

interface SegmentScore {
  hits: SegmentHit[];
  sentences: ScoredText['sentences'];
}

function scoreSegment(segment: Segment, share: number): SegmentScore {
  const text = segment.text.slice(0, TEXT_LIMIT);
  const scored = scoreText(text, share);
  const hits = scored.hits.map((hit) => ({
    ...hit,
    segment: segment.id,
    text: text.slice(hit.start, hit.end),
  }));
  return { hits, sentences: scored.sentences };
}

/** A sentence without a reference that registers, after a turn of the mail ("besides", "another customer"). */
function registersApart(own: Segment[], scored: SegmentScore[], turn: RegExp): boolean {
  return own.some((segment, index) => {
    const strong = scored[index]!.hits.filter((hit) => hit.topic === 'register' && hit.weight >= 2);
    return [...new Set(strong.map((hit) => hit.sentence))].some((number) => {
      const { start, end } = scored[index]!.sentences[number]!;
      const sentence = segment.text.slice(start, end);
      return findReferences([{ ...segment, text: sentence }]).length === 0 && occurs(fold(sentence), turn);
    });
  });
}

/** A display name that shows an address of another domain than the sender's. */
function pretends(context: IntentContext): boolean {
  const shown = /@([a-z0-9.-]{3,100})/i.exec(context.senderName ?? '')?.[1]?.toLowerCase();
  return shown !== undefined && context.senderDomain !== undefined && shown !== context.senderDomain;
}
