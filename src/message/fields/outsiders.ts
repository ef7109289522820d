/** Who is never the customer: partners, the sender's own company, Mixvoip, operators and makers. */

import { fold } from '../lexicon/fold.ts';
import { foldKey } from './keys.ts';
import { FORMS_ANY_CASE, FORMS_THIS_CASE } from './lexicon/legal-forms.ts';
import { STOP_WORDS } from './lexicon/stop-words.ts';
import { VENDORS } from './lexicon/vendors.ts';

const FORM = new RegExp(
  String.raw`(?<![\p{L}])(?:${FORMS_ANY_CASE.join('|')}|${FORMS_THIS_CASE.join('|')})(?![\p{L}])`,
  'giu',
);

/** The folded words of a name without its legal form. */
export function coreOf(name: string): string {
  const core = foldKey(name.replace(FORM, ' ')).replace(/^[ld] (?=\p{L}{3})/u, '');
  return core === '' ? foldKey(name) : core;
}

function squeeze(core: string): string {
  return core.replace(/[^\p{L}\p{N}]/gu, '');
}

/** First words of a name that alone say little: `Eifel`, `Brabant`. */
const MIN_PREFIX = 6;

function patternOf(cores: readonly string[]): RegExp {
  const sources = [...cores]
    .sort((a, b) => b.length - a.length)
    .map((core) => core.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[^\\p{L}\\p{N}\\n]{1,3}'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

export class Outsiders {
  private readonly cores = new Set<string>();
  private readonly labels: string[] = [];

  /** `names`: partners and the sender's company; `domains`: theirs. */
  constructor(names: Iterable<string>, domains: Iterable<string>) {
    for (const name of names) {
      const core = coreOf(name);
      if (core.length > 2 && !STOP_WORDS.has(core)) this.cores.add(core);
    }
    for (const domain of domains) {
      const label = squeeze(foldKey(domain.split('.').slice(0, -1).join(' ')));
      if (label.length > 2) this.labels.push(label);
    }
  }

  /** Where they are named in a text, by their full core name. */
  spansIn(text: string): { start: number; end: number }[] {
    const folded = fold(text);
    const near = [...this.cores].filter(
      (core) => core.length >= MIN_PREFIX && folded.includes(core.split(' ')[0] as string),
    );
    if (near.length === 0) return [];
    return [...folded.matchAll(patternOf(near))].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
  }

  /** Whether a name is one of theirs, in full or in its usual short form. */
  has(name: string): boolean {
    const core = coreOf(name);
    if (core === '') return false;
    if (VENDORS.has(core) || VENDORS.has(core.replace(/^(?:groupe|la|der|die|de) /, ''))) return true;
    const squeezed = squeeze(core);
    for (const other of this.cores) {
      if (core === other || squeezed === squeeze(other)) return true;
      if (
        core.includes(' ') &&
        core.length >= MIN_PREFIX &&
        (other.startsWith(`${core} `) || core.startsWith(`${other} `))
      )
        return true;
    }
    return this.labels.some(
      (label) =>
        squeezed === label ||
        (core.includes(' ') && label.length >= MIN_PREFIX && squeezed.startsWith(label)) ||
        (core.includes(' ') && squeezed.length >= MIN_PREFIX && label.startsWith(squeezed)),
    );
  }
}
