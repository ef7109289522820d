import type { Comparison, CustomerDescription, IdentityEvidence, IdentityVerdict } from './description.ts';
import { placeEvidence, webEvidence } from './evidence.ts';
import { type CustomerFacts, customerFacts } from './facts.ts';
import { compareIdentifiers, type IdentifierFinding } from './identifier-evidence.ts';
import { compareNames, type NameFinding } from './name-evidence.ts';
import { DEFAULT_IDENTITY_POLICY, type IdentityPolicy } from './policy.ts';
import type { Rarity } from './words.ts';

export interface CompareOptions {
  policy?: IdentityPolicy;
  /** Rarity of words in the ledger that is compared with; by default among public names. */
  rarity?: Rarity;
}

/** What the observations say together, before the verdict. */
interface Observations {
  numbers: IdentifierFinding;
  names: NameFinding;
  sameDomain: boolean;
  otherDomain: boolean;
  samePhone: boolean;
  sameTown: boolean;
  otherTown: boolean;
  sameCountry: boolean;
  otherCountry: boolean;
  /** Log-odds of all evidence but the numbers. */
  odds: number;
}

/**
 * Compares two descriptions of customers.
 * @returns the verdict, a score in the verdict's band that grows with belief in "same", and every observation with
 *   its weight. Symmetric but for the columns of the evidence. The rules are the charter's, "The same customer".
 */
export function compareCustomers(
  a: CustomerDescription,
  b: CustomerDescription,
  options: CompareOptions = {},
): Comparison {
  return compareFacts(customerFacts(a, options.rarity), customerFacts(b, options.rarity), options);
}

/** {@link compareCustomers} for descriptions in normal form, for who compares one with many. */
export function compareFacts(a: CustomerFacts, b: CustomerFacts, options: CompareOptions = {}): Comparison {
  const policy = options.policy ?? DEFAULT_IDENTITY_POLICY;
  const numbers = compareIdentifiers(a, b, policy);
  const names = compareNames(a, b, policy);
  const rest = [...webEvidence(a, b, policy), ...placeEvidence(a, b, policy)];
  const evidence = [...numbers.evidence, ...names.evidence, ...rest];
  const found = (feature: string, finding: string) =>
    rest.some((line) => line.feature === feature && line.finding === finding);
  const observations: Observations = {
    numbers,
    names,
    sameDomain: found('domain', 'equal'),
    otherDomain: found('domain', 'different'),
    samePhone: found('phone', 'equal'),
    sameTown: found('city', 'equal') || found('postal_code', 'equal'),
    otherTown: found('city', 'different'),
    sameCountry: a.country !== undefined && a.country === b.country,
    otherCountry: found('country', 'different'),
    odds: sum([...names.evidence, ...rest]),
  };
  const verdict = judge(observations, policy);
  return { verdict, score: score(verdict, sum(evidence), policy), evidence };
}

/** The charter's outcome: numbers first, then names with what confirms or contradicts them. */
function judge(seen: Observations, policy: IdentityPolicy): IdentityVerdict {
  const { numbers } = seen;
  if (numbers.equal) return numbers.contradicts ? 'uncertain' : 'same';
  const byName = judgeNames(seen, policy);
  if (numbers.contradicts) return byName !== 'different' && seen.sameDomain ? 'uncertain' : 'different';
  return byName === 'same' && numbers.doubtful ? 'uncertain' : byName;
}

function judgeNames(seen: Observations, policy: IdentityPolicy): IdentityVerdict {
  const { names, sameDomain } = seen;
  if (names.evidence.length === 0) return sameDomain || seen.samePhone ? 'uncertain' : 'different';
  const like = names.equal || seen.odds >= policy.likeFrom;
  if (seen.otherCountry) return like && sameDomain ? 'uncertain' : 'different';
  const confirmed = sameDomain || seen.sameTown || (policy.phoneConfirms && seen.samePhone);
  if (names.equal && names.distinctive && confirmed) return 'same';
  if (names.distinctive && namesSuffice(seen, policy)) return 'same';
  if (like) return 'uncertain';
  if (sameDomain && !seen.otherTown) return policy.unlikeNamesOneWebsite;
  return 'different';
}

/** Whether the names decide where neither town nor website was stated on both sides. */
function namesSuffice(seen: Observations, { namesAlone }: IdentityPolicy): boolean {
  if (!namesAlone || !seen.sameCountry || seen.otherTown || seen.otherDomain) return false;
  return (seen.names.equal || seen.names.opens) && seen.odds >= namesAlone.from;
}

function sum(evidence: readonly IdentityEvidence[]): number {
  let total = 0;
  for (const line of evidence) total += line.weight;
  return total;
}

/** Puts the odds of all evidence into the band of the verdict. */
function score(verdict: IdentityVerdict, logOdds: number, { bands }: IdentityPolicy): number {
  const odds = 1 / (1 + Math.exp(-logOdds / 2));
  const [low, high] = {
    different: [0, bands.uncertain],
    uncertain: [bands.uncertain, bands.same],
    same: [bands.same, 1],
  }[verdict] as [number, number];
  return low + (high - low) * Math.min(0.999, odds);
}
