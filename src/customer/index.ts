/** Identity of customers, pure: what other folders may use. */
export { type BlockingKey, type BlockingKind, blockingKeys } from './blocking.ts';
export { type CompareOptions, compareCustomers } from './compare.ts';
export type {
  Comparison,
  CustomerDescription,
  IdentityEvidence,
  IdentityFeature,
  IdentityVerdict,
} from './description.ts';
export { type Identifier, normalizeRegistration, normalizeVat, validIdentifiers } from './identifiers.ts';
export { foldedName } from './name.ts';
export { normalizePhone } from './phone.ts';
export { townKey } from './places.ts';
export { DEFAULT_IDENTITY_POLICY, type IdentityPolicy } from './policy.ts';
export { ownDomain, registrableDomain } from './web.ts';
