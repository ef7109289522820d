import { foldedWords, foldText } from './fold.ts';
import table from './tables/legal-forms.json' with { type: 'json' };

/** A legal form at two levels: the exact form, and the family that other countries' forms share with it. */
export interface LegalForm {
  /** `sarl`, `gmbh`, `bv`, … */
  form: string;
  family: string;
  /** ISO 3166-1 alpha-2 of the countries whose law knows it. */
  countries: readonly string[];
}

export type FormRelation = 'equal' | 'compatible' | 'sister' | 'different' | 'unknown';

/** Forms that companies write in front of their names. Others (`SE`, `AS`, `SPA`) stand there for something else. */
const LEADING = new Set(
  'sarl sa sas sci snc scp eurl selarl sasu asbl vzw bvba nv bv srl sprl sc gie stichting fondation sl ab ug'.split(
    ' ',
  ),
);

const MAX_FORM_WORDS = 8;

const bySpelling = new Map<string, LegalForm>();
for (const { spellings, ...form } of table) {
  for (const spelling of spellings) {
    const key = foldedWords(foldText(spelling)).join(' ');
    if (!bySpelling.has(key)) bySpelling.set(key, form);
  }
}

/** The legal form that these folded words spell exactly, if they do. */
export function legalForm(words: readonly string[]): LegalForm | undefined {
  return bySpelling.get(words.join(' '));
}

/**
 * Takes the legal forms off both ends of a name. Never takes the last word that is left: a company may be called
 * `SAS` or `AG`.
 */
export function splitLegalForm(words: readonly string[]): { core: string[]; forms: LegalForm[] } {
  let core = [...words];
  const forms: LegalForm[] = [];
  for (let round = 0; round < 3; round++) {
    const tail = longestForm(core, (length) => core.slice(-length));
    if (!tail) break;
    forms.push(tail.form);
    core = core.slice(0, -tail.length);
    while (core.length > 1 && core.at(-1) === 'and') core.pop();
  }
  const head = longestForm(core, (length) => core.slice(0, length));
  if (head && (head.length > 1 || LEADING.has(core[0]!))) {
    forms.push(head.form);
    core = core.slice(head.length);
  }
  return { core, forms };
}

function longestForm(words: readonly string[], take: (length: number) => string[]) {
  for (let length = Math.min(MAX_FORM_WORDS, words.length - 1); length > 0; length--) {
    const form = legalForm(take(length));
    if (form) return { form, length };
  }
  return undefined;
}

/**
 * How two names' legal forms relate: `equal`; `compatible` where one company may bear both (two languages of one
 * country, a conversion within the family); `sister` where the family is one but no country knows both;
 * `different` families; `unknown` where a side states none.
 */
export function relateForms(a: readonly LegalForm[], b: readonly LegalForm[]): FormRelation {
  if (a.length === 0 || b.length === 0) return 'unknown';
  let best: FormRelation = 'different';
  for (const x of a) {
    for (const y of b) {
      if (x.form === y.form) return 'equal';
      if (x.family !== y.family) continue;
      const shared = x.countries.some((country) => y.countries.includes(country));
      if (shared) best = 'compatible';
      else if (best === 'different') best = 'sister';
    }
  }
  return best;
}
