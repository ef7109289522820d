import type { Comparison, CustomerDescription, IdentityFeature, IdentityVerdict } from './description.ts';
import { DEFAULT_IDENTITY_POLICY, type IdentityPolicy } from './policy.ts';

/** A stored customer that may be the one described. */
export interface Candidate {
  id: string;
  description: CustomerDescription;
  comparison: Comparison;
}

/** Which of the stored customers the described one is, if any. */
export interface Identification {
  verdict: IdentityVerdict;
  /** The likest, unless all are surely others. */
  best?: Candidate;
}

const CONFIRMING: readonly IdentityFeature[] = [
  'vat',
  'registration_number',
  'domain',
  'phone',
  'city',
  'postal_code',
];

/**
 * Decides among candidates, likest first. One that is the same is the answer, unless a second one is the same too
 * (a namesake, or the ledger holds it twice), or the names alone said so and the next is as like.
 */
export function identify(
  candidates: readonly Candidate[],
  policy: IdentityPolicy = DEFAULT_IDENTITY_POLICY,
): Identification {
  const [best, next] = candidates;
  if (!best || best.comparison.verdict === 'different') return { verdict: 'different' };
  if (best.comparison.verdict === 'uncertain') return { verdict: 'uncertain', best };
  return { verdict: next && rivals(best, next, policy) ? 'uncertain' : 'same', best };
}

function rivals(best: Candidate, next: Candidate, policy: IdentityPolicy): boolean {
  if (next.comparison.verdict === 'same') return numbersAgree(best) === numbersAgree(next);
  if (isConfirmed(best)) return false;
  const margin = policy.namesAlone?.margin ?? 0;
  return next.comparison.verdict === 'uncertain' && logOdds(best) - logOdds(next) < margin;
}

function numbersAgree({ comparison }: Candidate): boolean {
  return comparison.evidence.some(
    ({ feature, finding }) => (feature === 'vat' || feature === 'registration_number') && finding === 'equal',
  );
}

function isConfirmed({ comparison }: Candidate): boolean {
  return comparison.evidence.some(
    ({ feature, finding }) => finding === 'equal' && CONFIRMING.includes(feature),
  );
}

function logOdds({ comparison }: Candidate): number {
  return comparison.evidence.reduce((total, { weight }) => total + weight, 0);
}
