import type { IdentityEvidence } from './description.ts';
import type { CustomerFacts } from './facts.ts';
import { comparable, type Identifier, sameIdentifier } from './identifiers.ts';
import type { IdentityPolicy } from './policy.ts';
import { editDistance } from './strings.ts';

/** What two descriptions' numbers say. */
export interface IdentifierFinding {
  /** A valid number is equal. */
  equal: boolean;
  /** Two valid numbers of one kind and country differ. */
  contradicts: boolean;
  /** Numbers differ, but one of them is not surely a number: no proof, and yet no agreement. */
  doubtful: boolean;
  evidence: IdentityEvidence[];
}

/** Compares the company numbers of two descriptions kind by kind. */
export function compareIdentifiers(
  a: CustomerFacts,
  b: CustomerFacts,
  policy: IdentityPolicy,
): IdentifierFinding {
  const result: IdentifierFinding = { equal: false, contradicts: false, doubtful: false, evidence: [] };
  const seen = new Set<string>();
  for (const x of a.identifiers) {
    const kind = `${x.kind} ${x.country}`;
    const rivals = b.identifiers.filter((y) => comparable(x, y));
    if (rivals.length === 0 || seen.has(kind)) continue;
    seen.add(kind);
    const own = a.identifiers.filter((other) => comparable(other, x));
    record(result, own, rivals, relate(own, rivals, a, b), policy);
  }
  return result;
}

type Relation = 'equal' | 'doubtful_equal' | 'near' | 'doubtful_different' | 'different';

/** All numbers of one kind on both sides: one in common is agreement. */
function relate(own: Identifier[], rivals: Identifier[], a: CustomerFacts, b: CustomerFacts): Relation {
  const common = own.find((x) => rivals.some((y) => sameIdentifier(x, y)));
  if (common) return common.valid && courtKnown(common, rivals, a, b) ? 'equal' : 'doubtful_equal';
  const [x, y] = [own[0]!, rivals[0]!];
  if (x.valid && y.valid) return courtKnown(x, [y], a, b) ? 'different' : 'doubtful_different';
  return editDistance(x.value, y.value, 1) <= 1 ? 'near' : 'doubtful_different';
}

/** A German register number means a company only with its court: both name it, or both sit in one town. */
function courtKnown(number: Identifier, rivals: Identifier[], a: CustomerFacts, b: CustomerFacts): boolean {
  if (number.kind !== 'register' || number.country !== 'DE') return true;
  if (number.court && rivals.some((rival) => rival.court === number.court)) return true;
  return a.town !== undefined && a.town === b.town;
}

function record(
  result: IdentifierFinding,
  own: Identifier[],
  rivals: Identifier[],
  relation: Relation,
  { weights }: IdentityPolicy,
): void {
  if (relation === 'equal') result.equal = true;
  if (relation === 'different') result.contradicts = true;
  if (relation === 'doubtful_different') result.doubtful = true;
  const weight = {
    equal: weights.identifierEqual,
    doubtful_equal: weights.doubtfulEqual,
    near: 0,
    doubtful_different: weights.doubtfulDifferent,
    different: weights.identifierDifferent,
  }[relation];
  const feature = own[0]!.kind === 'vat' || own[0]!.kind === 'enterprise' ? 'vat' : 'registration_number';
  const text = (numbers: Identifier[]) => numbers.map((n) => `${n.country}${n.value}`).join(' ');
  const finding = relation === 'different' ? 'veto' : relation;
  result.evidence.push({ feature, a: text(own), b: text(rivals), weight, finding });
}
