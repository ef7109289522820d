import type { IdentityEvidence } from './description.ts';
import type { CustomerFacts } from './facts.ts';
import { relateForms } from './legal-forms.ts';
import { type NameLikeness, nameLikeness } from './likeness.ts';
import type { NameVariant } from './name.ts';
import type { IdentityPolicy } from './policy.ts';

/** What two descriptions' names say. */
export interface NameFinding {
  /** The core names are equal: no legal form, case, accents, blanks, stop words. */
  equal: boolean;
  /** The equal name has words of its own by which a company can be told from others. */
  distinctive: boolean;
  /** One name is the beginning of the other, but for words like `Group`: `Exolab`, `Exolab Italia`. */
  opens: boolean;
  evidence: IdentityEvidence[];
}

interface Best {
  a: NameVariant;
  b: NameVariant;
  equal: boolean;
  likeness: NameLikeness;
}

/** A stated second name or an alias says a little less than the name itself. */
const OTHER_NAME_DISCOUNT = 0.3;

/** Compares every name of one description with every name of the other and keeps the likest pair. */
export function compareNames(a: CustomerFacts, b: CustomerFacts, policy: IdentityPolicy): NameFinding {
  const best = likestPair(a.names, b.names);
  if (!best) return { equal: false, distinctive: false, opens: false, evidence: [] };
  const line: IdentityEvidence = {
    feature: 'name',
    a: shown(best.a),
    b: shown(best.b),
    weight: best.likeness.logOdds,
    finding: finding(best),
  };
  const evidence = [line, ...formEvidence(best, policy)];
  const opens =
    line.finding !== 'acronym' && best.likeness.features.bothRest === 0 && best.likeness.features.first > 0;
  return {
    equal: best.equal,
    distinctive: isDistinctive(best.a, policy) && isDistinctive(best.b, policy),
    opens,
    evidence,
  };
}

function likestPair(a: readonly NameVariant[], b: readonly NameVariant[]): Best | undefined {
  let best: Best | undefined;
  for (const x of a) {
    for (const y of b) {
      const likeness = nameLikeness(x, y);
      const equal = x.core === y.core || x.squeezed === y.squeezed || sameWords(x, y);
      const others = Number(x.origin !== 'full') + Number(y.origin !== 'full');
      const logOdds = equal
        ? Math.max(2.5, likeness.logOdds)
        : likeness.logOdds - others * OTHER_NAME_DISCOUNT;
      const candidate = { a: x, b: y, equal, likeness: { ...likeness, logOdds } };
      if (
        !best ||
        Number(equal) > Number(best.equal) ||
        (equal === best.equal && logOdds > best.likeness.logOdds)
      ) {
        best = candidate;
      }
    }
  }
  return best;
}

/** The same words in another order: `Kohn Brasserie`. */
function sameWords(a: NameVariant, b: NameVariant): boolean {
  if (a.core.length !== b.core.length) return false;
  const key = (name: NameVariant) =>
    name.telling
      .map((token) => token.text)
      .sort()
      .join(' ');
  return key(a) === key(b);
}

function isDistinctive(name: NameVariant, policy: IdentityPolicy): boolean {
  return name.weight >= policy.distinctiveFrom;
}

function finding({ a, b, equal, likeness }: Best): string {
  if (equal) return a.origin === 'full' && b.origin === 'full' ? 'equal' : 'alias';
  if (likeness.features.acronym > 0 && likeness.features.shared < 0.5) return 'acronym';
  if (likeness.features.contained > 0.9) return 'contained';
  return likeness.logOdds > 0 ? 'similar' : 'unlike';
}

function formEvidence({ a, b }: Best, { weights }: IdentityPolicy): IdentityEvidence[] {
  const relation = relateForms(a.forms, b.forms);
  if (relation === 'unknown') return [];
  const text = (name: NameVariant) => name.forms.map((form) => form.form).join(' ');
  const weight = relation === 'sister' ? weights.sisterForm : 0;
  const code = relation === 'sister' ? 'sister_form' : relation;
  return [{ feature: 'legal_form', a: text(a), b: text(b), weight, finding: code }];
}

function shown(name: NameVariant): string {
  return name.words.join(' ');
}
