/** Text that a company or its mail gateway adds to every mail. */

/** The beginning of a confidentiality or environment notice, or of an antivirus advertisement. */
export function isDisclaimerStart(text: string): boolean {
  const line = text.slice(0, 600);
  return line.length >= 20 && DISCLAIMER.some((pattern) => pattern.test(line));
}

const DISCLAIMER = [
  /\b(?:this|the information (?:in|contained in) this) (?:e-?mail|message|communication|transmission)\b.{0,160}(?:confidential|intended|privileged|recipient)/i,
  /\bif you (?:are not|have received this).{0,60}(?:intended|error)/i,
  /^\W{0,4}(?:confidentiality (?:notice|note)|disclaimer|legal notice|avertissement|avis de confidentialité|haftungsausschluss|vertraulichkeitshinweis|hinweis zum datenschutz|vertrouwelijkheid)\b/i,
  /\b(?:ce|cet|le présent|le contenu de ce) (?:message|e-?mail|courriel|mail|courrier)\b.{0,160}(?:confidentie|destinataire|destiné|exclusi|privilégi)/i,
  /\bsi vous (?:n'êtes pas|avez reçu|recevez) .{0,60}(?:destinataire|erreur)/i,
  /\b(?:diese|die in dieser|der inhalt dieser)\s?(?:e-?mail|nachricht|mail|mitteilung)\b.{0,160}(?:vertraulich|bestimmt|empfänger|geschützt)/i,
  /\b(?:sollten sie|wenn sie|falls sie) .{0,60}(?:nicht der (?:richtige|beabsichtigte|vorgesehene)|irrtümlich|versehentlich|adressat)/i,
  /\b(?:dit|deze|de inhoud van (?:dit|deze)|de informatie in (?:dit|deze)) (?:e-?mail|bericht|e-mailbericht|mail)\b.{0,160}(?:vertrouwelijk|bestemd|geadresseerde|bedoeld)/i,
  /\b(?:indien|als) u (?:niet de|dit (?:bericht|e-?mail)) .{0,60}(?:geadresseerde|onterecht|abusievelijk|ten onrechte)/i,
  /\b(?:dës|dëse|dëst) (?:e-?mail|mail|message|noriicht)\b.{0,160}(?:vertraulech|confidentiel|empfänger|bestëmmt|geduecht)/i,
  /\b(?:think|consider) .{0,40}before printing|avant d['’]imprimer|n['’]imprimez|bevor sie .{0,40}(?:ausdrucken|drucken)|denk aan het milieu|print (?:dit|deze) .{0,20}niet|ier dir .{0,40}dréckt/i,
  /\b(?:virus-free|sans virus|virenfrei|virusvrij)\b.{0,40}(?:avast|avg|www)|avast\.com|(?:scanned|analysé|geprüft|gescand) .{0,30}(?:anti-?virus|virus)/i,
  /\b(?:general terms|conditions générales|allgemeinen? geschäftsbedingungen|algemene voorwaarden)\b.{0,100}(?:apply|applicab|gelten|toepassing|site|www|http)/i,
  /\b(?:nous traitons vos données|we process your (?:personal )?data|informationen zum datenschutz|datenschutzerklärung|privacybeleid|politique de confidentialité)\b/i,
];

/** An advertisement below a signature: it may speak of seats and prices, and is about no deal. */
export function isPromotion(text: string): boolean {
  return PROMOTION.test(text.slice(0, 600));
}

const PROMOTION =
  /(?<!\p{L})(?:promo(?:tion|tie|tioun|s)?|action(?: spéciale)?|aktion(?:spreis|sangebot)?|actie|special offer|offre (?:spéciale|de lancement|d['’]été|du moment)|sonderangebot|sommerangebot|herbstaktion|aanbieding|onze actie|jetzt (?:neu|sichern|bestellen)|order (?:now|before)|commandez (?:avant|maintenant)|bestel (?:nu|voor)|bestellen sie (?:jetzt|bis)|profitez|profitieren sie|profiteer|discount|rabatt|remise de|korting|(?:à partir|dès) de? ?\d|ab (?:nur )?\d{1,4}(?:[.,]\d\d)? ?(?:€|eur)|vanaf (?:€ ?)?\d|from (?:only )?(?:€|eur) ?\d|discover our|découvrez (?:nos|notre)|entdecken sie|ontdek (?:onze|ons)|entdeckt eis|visit us|besuchen sie uns|venez nous voir|bezoek ons|newsletter|follow us|suivez-nous|folgen sie uns|volg ons|they trust us|ils nous font confiance)(?!\p{L})/iu;

/** What a mail gateway writes above a mail from outside. */
export function isGatewayBanner(text: string): boolean {
  return text.length <= 400 && BANNER.test(text);
}

const BANNER =
  /(?:provient|vient|émane) (?:de l['’]|d['’]un[e]? )(?:extérieur|expéditeur externe|externe)|expéditeur externe|(?:outside|external to) (?:of )?(?:the|your|our) organi[sz]ation|external (?:e-?mail|sender|message)\b|extern(?:er|e) (?:absender|e-?mail|afzender)|von (?:außerhalb|einem externen)|(?:van|afkomstig van) buiten (?:de|uw|onze) organisatie|you don['’]t often get (?:e-?mail|email) from|vous n['’]obtenez pas souvent d['’]e-mail|sie erhalten nicht (?:oft|häufig) e-mails? von|u ontvangt niet vaak e-mail/i;
