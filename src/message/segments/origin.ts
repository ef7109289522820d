/** Is what stands below another mail being forwarded (facts count) or the mail being answered (they do not)? */

import { organisationalDomain, sameOrganisation } from '../address.ts';
import type { Opening } from './openings.ts';

const FORWARD_PREFIX =
  /^(?:fwd?|tr|wg|wtr|enc|rv|i|pd|vl|vb|vs\.fwd|videresend(?:t)?|doorst|doorgestuurd|weitergeleitet|weidergeleet|virugeleet|i̇lt|ilt|továbbítás|přeposlat|прсл|пер|fwd\(s\)|réexp|transf(?:éré|ert)?)\s{0,2}(?:\[\d\]|\(\d\))?\s{0,2}[:：]/iu;
const REPLY_PREFIX =
  /^(?:re|aw|antw|antwort|antwoord|sv|vs|res|rép|réf|ref|odp|vá|ynt|ha|r|απ|отв|回复|回覆|返信)\s{0,2}(?:\[\d{1,2}\]|\(\d{1,2}\)|\^\d)?\s{0,2}[:：]/iu;

/** What the outermost prefix of a subject says. Tags like `[EXTERNAL]` before it are passed over. */
export function subjectPrefix(subject: string): 'forward' | 'reply' | undefined {
  const bare = subject.replace(
    /^(?:\s{0,3}\[[^\]]{1,40}\]){0,3}\s{0,3}(?:\*{1,3}[^*]{1,40}\*{1,3})?\s{0,3}/u,
    '',
  );
  if (FORWARD_PREFIX.test(bare)) return 'forward';
  return REPLY_PREFIX.test(bare) ? 'reply' : undefined;
}

/** What is known of the mail around the opening. */
export interface Surroundings {
  subject?: string;
  /** Addresses that the mail itself is sent to. */
  recipients: string[];
  /** Domain of the sender. */
  senderDomain?: string;
  inReply: boolean;
}

/**
 * Decides for one opening. A marker of a forward decides alone. Else the mail being answered is one that its
 * recipient wrote or received; a mail of somebody else to somebody else is being forwarded, whatever the program wrote.
 */
export function isForward(opening: Opening, quotedBelow: boolean, around: Surroundings): boolean {
  if (isOurs(opening.author, around)) return false;
  if (opening.marker === 'forwarded') return true;
  const prefix = around.subject === undefined ? undefined : subjectPrefix(around.subject);
  if (opening.recipients.some((address) => around.recipients.includes(address))) return prefix === 'forward';
  if (prefix === 'forward') return true;
  const stranger = opening.author.address !== undefined && around.recipients.length > 0;
  if (prefix === 'reply' || around.inReply)
    return stranger && opening.form === 'headers' && !isColleague(opening, around);
  if (opening.form === 'headers') return true;
  return stranger ? !isColleague(opening, around) : !quotedBelow && around.subject === undefined;
}

/** Written by whom the mail is sent to: by address, or, where a program leaves the address out, by the house's name. */
function isOurs(author: Opening['author'], around: Surroundings): boolean {
  if (author.address) return isRecipient(author.address, around);
  const name = author.name?.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') ?? '';
  return around.recipients.some((to) => {
    const domain = to.slice(to.lastIndexOf('@') + 1);
    const house = organisationalDomain(domain).split('.')[0]!.replaceAll('-', '');
    return house.length >= 4 && name.includes(house) && !sameAsSender(domain, around);
  });
}

function isRecipient(address: string, around: Surroundings): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  if (around.recipients.includes(address)) return true;
  return (
    around.recipients.some((to) => sameOrganisation(domain, to.slice(to.lastIndexOf('@') + 1))) &&
    !sameAsSender(domain, around)
  );
}

function isColleague(opening: Opening, around: Surroundings): boolean {
  const address = opening.author.address ?? '';
  return sameAsSender(address.slice(address.lastIndexOf('@') + 1), around);
}

function sameAsSender(domain: string, around: Surroundings): boolean {
  return around.senderDomain !== undefined && sameOrganisation(domain, around.senderDomain);
}
