import { exceptNumbers, negated, stanceInChunk } from './chunk-stance.ts';
import type { Chunk, Mention, Stance } from './chunks.ts';

const NEW_START =
  /^(?:\(|mais|aber|but|maar|mee|sondern|jedoch|allerdings|while|whereas|wahrend|tandis que|par contre|en revanche|hingegen|dagegen|terwijl|plutot|rather)$/;

export function readChunks(folded: string, chunks: Chunk[], stances: Map<Mention, Stance>): void {
  let before: Stance | undefined;
  let listed = false; // the chunk before holds an item that the word for its stance precedes
  for (const [index, chunk] of chunks.entries()) {
    const inherits =
      ((listed || chunk.separator === ':') &&
        !NEW_START.test(chunk.separator) &&
        !startsClause(folded, chunk)) ||
      explains(chunk, chunks[index - 1], before);
    let last: Stance | undefined;
    if (chunk.cues.length === 0 && startsClause(folded, chunk)) before = undefined;
    for (const mention of chunk.mentions) {
      const own = stanceInChunk(folded, chunk, mention);
      last =
        saidAfterwards(folded, chunks[index + 1], own) ??
        own ??
        (inherits && !(before === 'current' && NEW_ITEM.test(folded.slice(chunk.start, chunk.end)))
          ? before
          : undefined) ??
        followingPlural(folded, chunks, index) ??
        hadTogether(folded, chunk, chunks[index + 1]) ??
        'wanted';
      last = exceptNumbers(mention, last, folded, chunk);
      stances.set(mention, last);
    }
    before = last ?? stanceOfCues(chunk) ?? before;
    listed = opensList(folded, chunk) || (listed && chunk.cues.length === 0);
  }
}

/** A subject of its own begins another statement. */
function startsClause(folded: string, chunk: Chunk): boolean {
  return CLAUSE.test(folded.slice(chunk.start, chunk.end));
}

const CLAUSE =
  /^[,;:\s]{0,3}(?:(?:et|und|and|en|an)\s)?(?:nous|on|ils|elles|il|elle|je|wir|sie|er|ich|we|they|he|she|i|wij|ze|hij|ik|mir|si|hien|ech|vous|tu|ihr|you|jullie|u|dir|de votre cote|euch)\s/;

/** "A customer of ours (servers, backup)", "with Telekom today (DSL)": the brackets tell what. */
function explains(chunk: Chunk, last: Chunk | undefined, before: Stance | undefined): boolean {
  if (chunk.separator !== '(' || last === undefined || last.mentions.length > 0) return false;
  return last.cues.length > 0 && (before === 'current' || before === 'kept');
}

/** An item with an article of its own is no further item of what is there today. */
const NEW_ITEM =
  /^[,;:\s]{0,3}(?:et|und|and|en|an)?[ \t\n]{0,3}(?:um|pour|for|fur|voor|fir|om)?[ \t\n]{0,3}(?:une?|eine?n?|a|an|een|eng|en)[ \t\n]/;

/** "Looks after the network (and the firewall)": a thing that is no service of ours follows the word for the stance. */
function hasObject(folded: string, chunk: Chunk): boolean {
  const last = chunk.cues.at(-1);
  if (last === undefined || last.says === 'wanted') return false;
  return /^\s(?:\S{1,14}\s){0,2}\S{3,20}\s*$/.test(folded.slice(last.end, chunk.end));
}

/** Does a stance of this chunk hold for the items that follow? "Keeps A, B": yes; "A can wait, B": no. */
function opensList(folded: string, chunk: Chunk): boolean {
  const mention = chunk.mentions[0];
  if (mention === undefined) return hasObject(folded, chunk);
  if (negated(folded, chunk, mention) !== undefined) return true;
  return !chunk.cues.some((cue) => cue.start >= mention.end && cue.says !== 'wanted');
}

const DEMONSTRATIVE =
  /^[,;:(\s-]{0,4}(?:(?:aber|mais|but|maar|mee|und|et|and|en|an|a)[ \n]{1,2})?(?:(?:und|et|and|en|an) (?:ist|sind|est|sont|ne sont|n'est|is|are|zijn|ass|sinn|blijft|bleibt|reste|stays|bleift|wird|soll)|on verra|dat|das|that|this|ca|cela|c'est|ce sera|die|dies|which|ce qui|ceci|we'll see|zien we|kucke mer|celle-ci|elle|celui-ci|dit|(?:ils|elles|il|on) (?:viennent|vient|l'ont|l'a|les ont)|they (?:have just|just))(?![a-z])/;

/** "The telephony (stays)", "the telephony: that stays", "la téléphonie, on verra plus tard". */
function saidAfterwards(
  folded: string,
  next: Chunk | undefined,
  own: Stance | undefined,
): Stance | undefined {
  if (next === undefined || next.mentions.length > 0) return undefined;
  const open = own === undefined || own === 'current';
  const inBrackets = next.separator === '(' && open;
  if (!inBrackets && !(open ? DEMONSTRATIVE : THAT).test(folded.slice(next.start, next.end)))
    return undefined;
  return next.cues.find((cue) => cue.says === 'left_out' || cue.says === 'kept')?.says;
}

/** Even what is wanted may be taken back: "…, that we do ourselves". */
const THAT =
  /^[,;:\s-]{0,4}(?:(?:aber|mais|but|maar|mee)[ \n]{1,2})?(?:dat|das|that|ca|cela|dies)[ \n](?:mach|betreu|doen|do |faisons|fait|gere|gerons|regel|maach|mecht|we |wir |mir )/;

const HAVE = /(?<![a-z])(?:hat|haben|a|ont|has|have|heeft|hebben|huet|hunn)(?![a-z])/;

/** "They have A and B with …": what is said of B holds for A. */
function hadTogether(folded: string, chunk: Chunk, next: Chunk | undefined): Stance | undefined {
  if (next === undefined || !/^(?:et|und|and|en|an)$/.test(next.separator)) return undefined;
  if (!HAVE.test(folded.slice(chunk.start, chunk.end)) || chunk.cues.length > 0) return undefined;
  const [mention] = next.mentions;
  const after = mention && next.cues.find((cue) => cue.start >= mention.end);
  return after?.says === 'current' ? 'current' : undefined;
}

function stanceOfCues(chunk: Chunk): Stance | undefined {
  return chunk.cues.at(-1)?.says;
}

const PLURAL_KEPT =
  /(?:bleiben|restent|blijven|bleiwen|remain|stay|behalten|sind (?:\w{2,9} ){0,2}(?:bei|von) uns|sont (?:\w{2,9} ){0,3}(?:chez nous|notre)|are (?:\w{2,9} ){0,2}(?:with us|ours)|zijn (?:\w{2,9} ){0,2}(?:bij|van) ons|sinn (?:\w{2,9} ){0,2}(?:bei|vun) eis|(?:betreuen|machen|verwalten|hosten|liefern|warten|stellen|beheren|doen|verzorgen|leveren|maachen?|bedreien?|betreien?) (?:wir|wij|we|mir|mer))(?![a-z])/;

/** "Internet, Telefonie und Firewall bleiben …": the verb at the end speaks for the whole list. */
function followingPlural(folded: string, chunks: Chunk[], index: number): Stance | undefined {
  for (const chunk of chunks.slice(index + 1)) {
    if (chunk.separator === '(') return undefined;
    const plural = PLURAL_KEPT.exec(folded.slice(chunk.start, chunk.end));
    const mention = chunk.mentions[0];
    if (plural && mention && mention.service !== 'numbers' && chunk.start + plural.index > mention.start)
      return 'kept';
    if (plural && !mention && /^(?:et|und|and|en|an)$/.test(chunk.separator)) return 'kept';
    if (chunk.mentions.length === 0 || chunk.cues.length > 0) return undefined;
  }
  return undefined;
}
