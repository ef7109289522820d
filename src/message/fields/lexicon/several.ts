/** How mails say that they are about several customers. Over folded text. */
const COUNT =
  '(?:deux|trois|quatre|cinq|six|zwei|drei|vier|funf|sechs|twee|drie|vijf|zes|two|three|four|five|zwee|zwou|drai|veier|fennef|[2-9]|plusieurs|mehrere|verschillende|several|meerdere|quelques|einige|enkele|verschidde|e puer|a few|une serie de|un paquet de)';
const ITEM =
  '(?:clients?|kunden|klanten|customers|prospects?|prospecten|dossiers?|projets?|projekte|projekter|projecten|projects|deals|opportunites|opportunities|enregistrements|anmeldungen|aanmeldingen|registrations|registrierungen|registraties|clienten|clientes|affaires|leads|interessenten|firmen|societes|companies|bedrijven|meldungen|projektmeldungen|declarations|things to register|choses a enregistrer|sachen (?:anzumelden|zum (?:an)?melden|zu registrieren)|dinge (?:anzumelden|zu registrieren)|dingen (?:aan te melden|te registreren)|umeldungen|neukunden|chancen|kansen|opportuniteiten|opportuniteten|accounts|demandes|umellungen|endkunden)';
export const SEVERAL = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${COUNT} (?:(?:nouveaux|nouvelles|nouvel|neue|neuen|neuer|nieuwe|new|nei|neier|weitere|autres|other|andere|petits|kleine|small|potentielle|separate)[ ]){0,2}${ITEM}|${COUNT} (?:more |weitere |autres |nog |nei )?(?:to log|to register|for the register|a enregistrer|a declarer|anzumelden|zu melden|zu registrieren|aan te melden|te registreren|fir unzemellen|fir anzeschreiwen)|both (?:of them|want|need|are|customers)|beide[n]? (?:willen|wollen|kunden|klanten|mochten|brauchen)|tous les deux|toutes les deux|les deux (?:veulent|souhaitent|sont|clients)|allebei|alle zwee|alle (?:drei|vier|drie|drai)|alle beide|les trois|all three|all four|die beiden)(?![\p{L}])`,
  'u',
);
