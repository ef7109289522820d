import type { CustomerDescription } from './description.ts';
import { foldText } from './fold.ts';
import { type Identifier, identifiers } from './identifiers.ts';
import { type NameVariant, nameVariants } from './name.ts';
import { normalizePhone } from './phone.ts';
import { postalKey, townKey } from './places.ts';
import { domainLabel, ownDomain } from './web.ts';
import { publicRarity, type Rarity } from './words.ts';

/** A description in normal form: everything that a comparison needs, computed once. */
export interface CustomerFacts {
  description: CustomerDescription;
  names: NameVariant[];
  identifiers: Identifier[];
  country?: string;
  town?: string;
  postal?: string;
  street?: string;
  domain?: string;
  /** The name inside the domain. */
  label?: string;
  phone?: string;
}

const STREET_WORDS =
  /\b(?:rue|route|avenue|av|boulevard|bd|blvd|place|allee|chemin|impasse|quai|chaussee|ch|strasse|str|weg|platz|gasse|straat|laan|steenweg|plein|street|road|stross|de|la|du|des|d|l|le|les|der|die|van|am|an|im)\b/g;

/** Brings a description into its normal form. */
export function customerFacts(
  description: CustomerDescription,
  rarity: Rarity = publicRarity,
): CustomerFacts {
  const numbers = identifiers(description);
  const country =
    description.country?.slice(0, 2).toUpperCase() || numbers.find((number) => number.valid)?.country;
  const domain = ownDomain(description.domain);
  return {
    description,
    names: nameVariants(description.name, description.aliases, rarity),
    identifiers: numbers,
    country,
    town: (description.city && townKey(description.city)) || undefined,
    postal: (description.postal_code && postalKey(description.postal_code)) || undefined,
    street: (description.street && streetKey(description.street)) || undefined,
    domain,
    label: domain && domainLabel(domain),
    phone: description.phone && normalizePhone(description.phone, country),
  };
}

/** A street without its kind and in any order: `12, rue du Brill` and `Brillstrasse 12` stay apart, `Rue Brill 12` not. */
function streetKey(street: string): string {
  return foldText(street).replace(STREET_WORDS, ' ').split(' ').filter(Boolean).sort().join(' ');
}
