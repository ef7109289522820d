import type { IdentityFeature } from '../../customer/description.ts';
import type { Service, Situation } from '../../message/understanding.ts';
import type { RegistrationStatus, RulingChoice } from '../../registration/vocabulary.ts';
import type { Claim } from '../params.ts';

/** How a section of an answer ended, for its heading and for counting in the subject. */
export type SectionEnd = 'accepted' | 'rejected' | 'conflict' | 'incomplete' | 'repeated';

/** The single words of one language; sentences stand in the templates. */
export interface Words {
  /** Between a label and its value in plain text. */
  colon: string;
  /** The word for "and", knowing the word after it (Luxembourgish drops its n). */
  and: (next: string) => string;
  services: Record<Service, string>;
  /** Stands for a customer that the mail did not name. */
  unnamed: string;
  vat: string;
  companyNumber: string;
  statuses: Record<RegistrationStatus, string>;
  ends: Record<SectionEnd, { title: string; one: string; many: string }>;
  roles: Record<Claim['role'], string>;
  situations: Record<Situation, string>;
  features: Record<IdentityFeature, string>;
  findings: Record<string, string>;
  /** Names of what a mail may change, by the path of the value. */
  fields: Record<string, string>;
  /** Why an attachment was not read. */
  unread: Record<string, string>;
  /** Reasons why a dispute came up, by rule. */
  disputes: Record<string, string>;
  /** After an amount of money. */
  per: Record<string, string>;
  missing: Record<'customer' | 'services', string>;
  /** What may be answered with instead of the number. */
  choices: Record<RulingChoice, string>;
}
