/** Identity of customers, pure: what other folders may use. */
export { type BlockingKey, type BlockingKind, blockingKeys } from './blocking.ts';
export { type CompareOptions, compareCustomers } from './compare.ts';
export { CustomerIndex } from './customer-index.ts';
export type {
  Comparison,
  CustomerDescription,
  IdentityEvidence,
  IdentityFeature,
  IdentityVerdict,
} from './description.ts';
export { type Identifier, normalizeRegistration, normalizeVat, validIdentifiers } from './identifiers.ts';
export { type Candidate, type Identification, identify } from './identify.ts';
export { foldedName } from './name.ts';
export { normalizePhone } from './phone.ts';
export { townKey } from './places.ts';
export { DEFAULT_IDENTITY_POLICY, type IdentityPolicy, NAMES_ALONE_POLICY } from './policy.ts';
export { ownDomain, registrableDomain } from './web.ts';
