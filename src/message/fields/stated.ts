/** What a cell or label says when it says nothing. */

import { foldKey } from './keys.ts';

const NOTHING =
  /^(?:n a|na|nc|neant|aucune?|sans|rien|tbd|tba|tbc|a definir|a preciser|a confirmer|a completer|inconnue?|pas encore connue?|confidentiel(?:le)?|secret|anonyme?|vertraulich|anonym|geheim|unbekannt|noch unbekannt|noch offen|offen|folgt|k a|keine?|keine angabe|entfallt|nicht bekannt|unknown|not known(?: yet)?|confidential|undisclosed|none|pending|open|onbekend|nog onbekend|nog niet bekend|vertrouwelijk|geen|nvt|n v t|later|volgt|suit|onbekannt|keng|nach onbekannt|vertraulech|xx+|idem|nee|nein|non|no|x)$/;

/** Whether a value is a placeholder, or empty. */
export function isPlaceholder(value: string): boolean {
  const key = foldKey(value);
  return key === '' || NOTHING.test(key) || NOTHING.test(foldKey(value.replace(/\([^)]*\)/g, '')));
}
