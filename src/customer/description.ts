/** A customer as any source describes it (a mail, an import, the ledger), and what comparing two of them says. */

export interface CustomerDescription {
  name?: string;
  vat?: string;
  registration_number?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  city?: string;
  postal_code?: string;
  street?: string;
  domain?: string;
  /** E.164 where it can be read as one. */
  phone?: string;
  /** Other names under which the ledger knows it. */
  aliases?: string[];
}

export type IdentityVerdict = 'same' | 'uncertain' | 'different';

export type IdentityFeature =
  | 'vat'
  | 'registration_number'
  | 'domain'
  | 'phone'
  | 'name'
  | 'legal_form'
  | 'city'
  | 'postal_code'
  | 'street'
  | 'country';

/** One line of the clerk's reasoning. */
export interface IdentityEvidence {
  feature: IdentityFeature;
  a: string;
  b: string;
  /** Log-odds-like contribution: above 0 speaks for "same", below 0 against. */
  weight: number;
  /**
   * What was seen, as a code. Numbers: `equal`, `veto`, `doubtful_equal`, `near`, `doubtful_different`. Names: `equal`,
   * `alias`, `contained`, `similar`, `acronym`, `unlike`. Legal forms: `equal`, `compatible`, `sister_form`,
   * `different`. Website: `equal`, `same_label`, `named` (bears the other's name), `different`. Else `equal`, `different`.
   */
  finding: string;
}

export interface Comparison {
  verdict: IdentityVerdict;
  /** 0..1, monotone with belief in "same". */
  score: number;
  evidence: IdentityEvidence[];
}
