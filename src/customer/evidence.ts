import type { IdentityEvidence, IdentityFeature } from './description.ts';
import type { CustomerFacts } from './facts.ts';
import type { IdentityPolicy } from './policy.ts';

/** Website and phone. Public mail providers and hosts were left out before. */
export function webEvidence(
  a: CustomerFacts,
  b: CustomerFacts,
  { weights }: IdentityPolicy,
): IdentityEvidence[] {
  const lines: IdentityEvidence[] = [];
  if (a.domain && b.domain) {
    if (a.domain === b.domain) lines.push(line('domain', a.domain, b.domain, weights.domainEqual, 'equal'));
    else if (a.label === b.label) lines.push(line('domain', a.domain, b.domain, 0, 'same_label'));
    else lines.push(line('domain', a.domain, b.domain, weights.domainDifferent, 'different'));
  }
  const named = a.domain && b.domain ? undefined : (nameInDomain(a, b) ?? nameInDomain(b, a));
  if (named) lines.push(line('domain', named, named, weights.domainNamed, 'named'));
  if (a.phone && a.phone === b.phone)
    lines.push(line('phone', a.phone, b.phone, weights.phoneEqual, 'equal'));
  return lines;
}

/** The website of one that bears the name of the other, which states none. */
function nameInDomain(named: CustomerFacts, site: CustomerFacts): string | undefined {
  const label = site.label;
  if (!label || label.length < 4 || named.domain) return undefined;
  return named.names.some((name) => name.core === label || name.squeezed === label) ? site.domain : undefined;
}

/** Town, postal code, street, country. */
export function placeEvidence(
  a: CustomerFacts,
  b: CustomerFacts,
  { weights }: IdentityPolicy,
): IdentityEvidence[] {
  const lines: IdentityEvidence[] = [];
  const otherCountry = a.country !== undefined && b.country !== undefined && a.country !== b.country;
  if (otherCountry)
    lines.push(line('country', a.country!, b.country!, weights.countryDifferent, 'different'));
  const samePostal = !otherCountry && a.postal !== undefined && a.postal === b.postal;
  if (a.town && b.town) {
    const same = a.town === b.town;
    if (same) lines.push(line('city', a.town, b.town, weights.townEqual, 'equal'));
    else if (!samePostal) lines.push(line('city', a.town, b.town, weights.townDifferent, 'different'));
  }
  if (samePostal) lines.push(line('postal_code', a.postal!, b.postal!, weights.postalEqual, 'equal'));
  if (!otherCountry && a.street && a.street === b.street) {
    lines.push(line('street', a.street, b.street, weights.streetEqual, 'equal'));
  }
  return lines;
}

function line(
  feature: IdentityFeature,
  a: string,
  b: string,
  weight: number,
  finding: string,
): IdentityEvidence {
  return { feature, a, b, weight, finding };
}
