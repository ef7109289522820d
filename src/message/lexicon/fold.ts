const cache = new Map<string, string>();

/**
 * Lower-case text without accents in which every UTF-16 unit stands where it stood, so that offsets into the
 * result are offsets into the text. Typographic quotes, dashes and spaces become their plain forms.
 * Letters that would need two units (`ß`, `œ`, `æ`) stay as they are.
 */
export function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += foldUnit(text[i]!);
  return folded;
}

function foldUnit(unit: string): string {
  if (unit >= 'a' && unit <= 'z') return unit;
  const known = cache.get(unit);
  if (known !== undefined) return known;
  const folded = foldUnknown(unit);
  cache.set(unit, folded);
  return folded;
}

function foldUnknown(unit: string): string {
  if (/[\u2018\u2019\u201a\u201b\u00b4\u0060\u02bc]/.test(unit)) return "'";
  if (/[\u201c\u201d\u201e\u00ab\u00bb]/.test(unit)) return '"';
  if (/[\u2010-\u2015\u2212]/.test(unit)) return '-';
  if (unit === '\n' || unit === '\t') return unit;
  if (unit === '\u200d' || /[\s\u200b\u200c\u2060\ufeff\u00ad]/.test(unit)) return ' ';
  const lower = unit.toLowerCase();
  const plain = lower.normalize('NFD')[0] ?? lower;
  return lower.length === 1 ? plain : unit;
}
