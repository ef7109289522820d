/**
 * When two descriptions are one customer: every threshold and every choice that the comparison makes, in one place.
 * The defaults follow the charter: only a number decides alone; an equal name needs an equal town or website;
 * like names otherwise are a question to a person.
 */
export interface IdentityPolicy {
  /** Log-odds of all evidence from which names count as like; below, they are unlike and the customers different. */
  likeFrom: number;
  /** Weight of a name's own words from which it can be told apart: `Pharmacie` alone cannot. */
  distinctiveFrom: number;
  /** An equal phone confirms an equal name as an equal town or website does. */
  phoneConfirms: boolean;
  /**
   * Equal names and equal countries where a side states neither town nor website. `uncertain` is the charter's
   * answer; `same` suits a ledger known to hold no namesake.
   */
  equalNameAndCountry: 'same' | 'uncertain';
  /** Log-odds of the names from which like names of one country are the same without more; absent: never. */
  nameAloneFrom?: number;
  /** Unlike names on one website of their own in no other town: a group, or a trade name. */
  unlikeNamesOneWebsite: 'uncertain' | 'different';
  /** The score's bands: below `uncertain` is different, from `same` on is the same. */
  bands: { uncertain: number; same: number };
  /** Log-odds that each observation adds. */
  weights: {
    identifierEqual: number;
    identifierDifferent: number;
    doubtfulEqual: number;
    doubtfulDifferent: number;
    domainEqual: number;
    domainDifferent: number;
    domainNamed: number;
    phoneEqual: number;
    townEqual: number;
    townDifferent: number;
    postalEqual: number;
    streetEqual: number;
    countryDifferent: number;
    sisterForm: number;
  };
}

export const DEFAULT_IDENTITY_POLICY: IdentityPolicy = {
  likeFrom: -1,
  distinctiveFrom: 0.45,
  phoneConfirms: true,
  equalNameAndCountry: 'uncertain',
  unlikeNamesOneWebsite: 'uncertain',
  bands: { uncertain: 0.3, same: 0.8 },
  weights: {
    identifierEqual: 8,
    identifierDifferent: -8,
    doubtfulEqual: 2.5,
    doubtfulDifferent: -1,
    domainEqual: 2.5,
    domainDifferent: -0.4,
    domainNamed: 1,
    phoneEqual: 1.5,
    townEqual: 0.8,
    townDifferent: -1,
    postalEqual: 0.4,
    streetEqual: 0.6,
    countryDifferent: -3.5,
    sisterForm: -0.5,
  },
};
