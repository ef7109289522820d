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
   * Names of one country decide without town, website or number, if one opens with all of the other, the log-odds
   * reach `from` and the next best lies `margin` below. Absent: never, which is the charter's answer.
   */
  namesAlone?: { from: number; margin: number };
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
  unlikeNamesOneWebsite: 'uncertain',
  bands: { uncertain: 0.3, same: 0.8 },
  weights: {
    identifierEqual: 8,
    identifierDifferent: -8,
    doubtfulEqual: 2.5,
    doubtfulDifferent: -1,
    domainEqual: 2.5,
    domainDifferent: -0.4,
    domainNamed: 1.5,
    phoneEqual: 1.5,
    townEqual: 0.8,
    townDifferent: -1,
    postalEqual: 0.4,
    streetEqual: 0.6,
    countryDifferent: -3.5,
    sisterForm: -0.5,
  },
};

/**
 * For lists that state names and countries only, where nothing could be confirmed otherwise and a person reviews what
 * is uncertain: measured right in 99 of 100 "same" against 48,000 organisations.
 */
export const NAMES_ALONE_POLICY: IdentityPolicy = {
  ...DEFAULT_IDENTITY_POLICY,
  likeFrom: -2.8,
  namesAlone: { from: 1.5, margin: 0.5 },
};
