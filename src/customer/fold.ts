import anyAscii from 'any-ascii';

/** No field of a description is read beyond this many characters: inputs are hostile. */
export const MAX_FIELD_LENGTH = 200;

/** Transliteration makes many letters of one (an emoji becomes its name); keys in the database have an upper bound. */
const MAX_FOLDED_LENGTH = 400;

/** Words that an apostrophe elides in French, Dutch and Luxembourgish: `l'eau`, `d'Or`, `'t Veld`. */
const ELISION = /\b(l|d|qu|t|s|n|j)['’`´ʼ](?=\p{L})/gu;

/**
 * Folds any text to lower-case ASCII words: no accents, ligatures, ß, punctuation or repeated blanks; `&` and `+`
 * become `and`. German umlauts are one letter however they are spelled (`Müller`, `Mueller`, `Muller`).
 */
export function foldText(text: string): string {
  const plain = text
    .slice(0, MAX_FIELD_LENGTH)
    .normalize('NFKC')
    .toLowerCase()
    .replace(ELISION, ' ')
    .replace(/[&+]/g, ' and ');
  return anyAscii(plain)
    .slice(0, MAX_FOLDED_LENGTH)
    .toLowerCase()
    .replace(/['’`´"]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/(?<![aeqo])ue/g, 'u')
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    .trim();
}

/** Splits folded text into words and glues runs of single letters: `s a r l` is `sarl`, `g m b h` is `gmbh`. */
export function foldedWords(folded: string): string[] {
  const words: string[] = [];
  let gluing = false;
  for (const word of folded.split(' ')) {
    if (word === '') continue;
    const single = word.length === 1 && word >= 'a';
    if (single && gluing) words[words.length - 1] += word;
    else words.push(word);
    gluing = single;
  }
  return words;
}

/** What a folded word sounds like in the region's languages: `joseph` and `josef`, `schmidt` and `schmitt` are one. */
export function soundOf(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/dt|th/g, 't')
    .replace(/tz/g, 'z')
    .replace(/ck|c(?!h)|q/g, 'k')
    .replace(/y/g, 'i')
    .replace(/(.)\1+/g, '$1');
}

/** Folded text with every saint abbreviated: `saint hubin`, `sankt hubin` and `st hubin` are one. */
export function oneSaint(folded: string): string {
  return folded.replace(/\b(?:saint|sankt|sint)\b/g, 'st').replace(/\bsainte\b/g, 'ste');
}
