/** Mailing lists, newsletters and campaigns. */

import { headerOf } from '../parse.ts';
import type { ParsedMail } from '../parsed-mail.ts';
import { isPromotion } from '../segments/disclaimers.ts';
import { CUSTOMER_LABEL } from '../segments/trailing.ts';
import { type Finding, shown } from './finding.ts';

/** RFC 2369, RFC 2919 and list programs: a post to a list is not a mail to us. */
const LIST_HEADERS = [
  'list-id',
  'list-post',
  'list-archive',
  'x-mailman-version',
  'x-beenthere',
  'mailing-list',
  'x-mailing-list',
  'x-listname',
  'x-mlserver',
  'x-ml-name',
  'x-list',
];
const CAMPAIGN_HEADERS = [
  'list-unsubscribe-post',
  'x-campaign',
  'x-campaign-id',
  'x-campaignid',
  'x-mailchimp-id',
  'x-mc-user',
  'x-csa-complaints',
  'x-mailer-recptid',
  'x-newsletter',
  'x-mailingid',
];
const UNSUBSCRIBE =
  /unsubscribe|d[ée]sabonn|d[ée]sinscri|abmelden|abbestellen|uitschrijven|afmelden|darse de baja|annulla l'iscrizione|ofmellen/i;

const LINE_LIMIT = 600;
const LINES_READ = 400;

/** The first signs speak of the sending itself: leaving the list, the browser, why one receives it. */
const OF_SENDING = 3;

/** What newsletters say of themselves; each is one sign. */
const NEWSLETTER_SIGNS = [
  /unsubscribe|(?:no longer|not) (?:wish|want) to receive|stop receiving|plus recevoir (?:nos|ces|cette|d)|keine (?:weiteren |unserer )?(?:e-?mails?|newsletter|informationen).{0,20}(?:mehr|erhalten)|niet (?:meer|langer) ontvangen|net mei kréien|mailing list|désinscription|opt[- ]out of|manage (?:your )?(?:preferences|subscription)|se d[ée]s(?:abonn|inscri)|d[ée]sabonne|lien de d[ée]sinscription|(?:newsletter|hier|verteiler).{0,40}ab(?:zu)?(?:melden|bestellen)|abbestellen|abmelden|uitschrijven|afmelden|ofmellen/iu,
  /(?:view|read|open) (?:this (?:e-?mail|message|newsletter) )?(?:in|online|in your) ?(?:your )?browser|in your browser|(?:version|voir|lire|afficher).{0,20}en ligne|dans (?:votre|le) navigateur|online-?version|im browser (?:ansehen|anzeigen|öffnen|lesen)|webversie|(?:online|in (?:uw|je|de) browser) (?:bekijken|lezen|openen)|am browser/iu,
  /you (?:are receiving|receive|received|get|got) this (?:e-?mail|message|newsletter) because|vous recevez (?:cet?|ce) (?:e-?mail|message|mail|courriel|newsletter)|sie erhalten (?:diese|unseren?|dieses) .{0,30}(?:weil|da sie|als)|(?:u|je) ontvangt (?:deze|dit|onze) .{0,30}(?:omdat|als)|(?:this|the) (?:e-?mail|message) (?:was|has been) sent to|(?:cet e-?mail|ce message) vous (?:est|a été) (?:envoyé|adressé)|diese e-?mail (?:wurde|ging) an|deze e-?mail (?:werd|is) (?:verzonden|verstuurd) (?:naar|aan)|dir kritt (?:dës|dëse|dësen) .{0,30}(?:well|als)/iu,
  /newsletter|bulletin d['’]info|infolettre|lettre d['’]information|nieuwsbrief|rundbrief|kundeninfo|partner-?(?:news|info|brief)|news flash|monthly (?:update|digest)|neiegkeetsbréif/iu,
  /^\W{0,3}(?:dear|liebe|sehr geehrte|chers?|chères?|beste|geachte|léif|hello|hallo|bonjour) (?:channel |geschätzte |nos )?(?:partner(?:s|en|innen)?|reseller(?:s)?|wiederverkäufer|partenaires?|revendeurs?|subscribers?|abonnenten|abonnés?|abonnees|kunden|clients|customers|leser|readers|lecteurs|lezers)(?![\p{L}])/imu,
  /(?:registrieren sie ihre|enregistrez (?:tous )?vos|register your|registreer (?:nu )?uw|mellt är) (?:\p{L}{2,12} )?(?:projekte|deals?|projets|projects|projecten|opportunit\p{L}{1,6})/iu,
  /(?:register now|sign up (?:now|today)|save your (?:seat|spot)|book your (?:seat|spot)|jetzt (?:anmelden|registrieren|platz sichern)|inscrivez-vous|réservez (?:votre|vos) place|schrijf (?:je|u) (?:nu )?in|meld (?:je|u) (?:nu )?aan|mellt iech (?:elo )?un)[^\n]{0,60}(?:webinar|webinaire|event|seminar|seminaire|session|training|formation|schulung|messe|salon|workshop|!|→|>)/iu,
];

/**
 * Two independent signs of a mailing block processing; one alone only the answer. A newsletter without headers is known
 * by two things that it says of itself, unless somebody forwards it or writes in a thread.
 */
export function bulkFindings(mail: ParsedMail): Finding[] {
  const list = LIST_HEADERS.flatMap((name) => present(mail, name));
  const campaign = CAMPAIGN_HEADERS.flatMap((name) => present(mail, name));
  const unsubscribe = present(mail, 'list-unsubscribe');
  const reasons = [...list, ...campaign, ...unsubscribe];
  if (reasons.length === 0) return newsletterFindings(mail);
  const strong = list.length > 0 || campaign.length > 0 || hasUnsubscribeText(mail);
  return reasons.map((reason) => ({ reason, kind: 'bulk', blocks: strong ? 'processing' : 'answer' }));
}

const PASSED_ON = /^\W{0,3}(?:re|aw|antw|sv|fwd?|tr|wg|doorst|weitergeleitet)\s?:/i;

function newsletterFindings(mail: ParsedMail): Finding[] {
  const { subject, inReplyTo } = mail.envelope;
  if (inReplyTo.length > 0 || PASSED_ON.test(subject) || mail.messages.length > 0) return [];
  const lines = mail.body.filter((line) => line.quote === 0 && !line.history).slice(0, LINES_READ);
  const texts = [subject, ...lines.map((line) => line.text.slice(0, LINE_LIMIT))];
  if (texts.some((text) => FORWARDED.test(text) || CUSTOMER_LABEL.test(text.trim()))) return [];
  // A line is one sign at most: "Newsletter unsubscribe" stands below many business mails.
  const signs = new Set(texts.map((text) => NEWSLETTER_SIGNS.findIndex((sign) => sign.test(text))));
  signs.delete(-1);
  // Advertisements stand in signatures too: they count beside what only a mailing says of its own sending.
  const advertises = [...signs].some((sign) => sign < OF_SENDING) && texts.some(isPromotion);
  return signs.size >= 2 || advertises
    ? [{ reason: 'text of a newsletter', kind: 'bulk', blocks: 'processing' }]
    : [];
}

const FORWARDED =
  /^\W{0,12}(?:forwarded message|message transféré|weitergeleitete nachricht|doorgestuurd bericht|original message|message d['’]origine|ursprüngliche nachricht|oorspronkelijk bericht)/im;

function present(mail: ParsedMail, name: string): string[] {
  const value = headerOf(mail, name);
  return value === undefined || value === '' ? [] : [shown(name, value)];
}

function hasUnsubscribeText(mail: ParsedMail): boolean {
  return mail.body.slice(-15).some((line) => UNSUBSCRIBE.test(line.text.slice(0, 1000)));
}
