import { customerOfMixvoip } from './customer-of-mixvoip.ts';
import { customerOwn } from './customer-own.ts';
import { customerUncertain } from './customer-uncertain.ts';
import { mixvoipAwareFirst } from './mixvoip-aware-first.ts';
import { customerChangesPartner, customerOfOtherPartner, customerUnhappy } from './partner-of-record.ts';
import { partnerSuspended } from './partner-suspended.ts';
import { prospectFirst } from './prospect-first.ts';
import { registrationCompeting } from './registration-competing.ts';
import { registrationRepeated } from './registration-repeated.ts';
import { registrationTie } from './registration-tie.ts';
import { requestIncomplete } from './request-incomplete.ts';
import type { TableEntry } from './rule.ts';
import { senderUnknown } from './sender-unknown.ts';
import { senderUntrusted } from './sender-untrusted.ts';
import { serviceNotCovered } from './service-not-covered.ts';

/** The charter's decision table, whole and in its order: the first rule that decides, decides. */
export const DECISION_TABLE: readonly TableEntry[] = [
  senderUntrusted,
  senderUnknown,
  partnerSuspended,
  requestIncomplete,
  serviceNotCovered,
  registrationRepeated,
  customerUncertain,
  customerChangesPartner,
  customerUnhappy,
  customerOfOtherPartner,
  customerOfMixvoip,
  registrationCompeting,
  customerOwn,
  mixvoipAwareFirst,
  registrationTie,
  prospectFirst,
];
