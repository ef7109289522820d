/**
 * The n-rule of Luxembourgish spelling: an n at the end of a word stays before a vowel, d, h, n, t, z, and before a
 * pause, and falls away before every other letter.
 */
const KEEPS = /^[aeiouyäëéèêöüâîôûdhntz]/i;

/** Whether a final n stays before this word or number. */
export function keepsFinalN(next: string): boolean {
  const number = /^\d{1,6}/.exec(next)?.[0];
  return number === undefined ? KEEPS.test(next) || !/^\p{L}/u.test(next) : !numberDropsN(Number(number));
}

/** Véier, fënnef, sechs, siwen and what begins with them (14, 25, 60 …) let the n fall. */
export function numberDropsN(number: number): boolean {
  const spokenFirst = number % 10 === 0 ? number / 10 : number % 10;
  return number < 100 && spokenFirst >= 4 && spokenFirst <= 7;
}
