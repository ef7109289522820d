import type { Language } from '../../message/understanding.ts';
import type { CustomerShown, StandingShown } from '../params.ts';

/** Invented people and companies; the contact is the one of the shipped settings. */
export const bakery: CustomerShown = {
  name: 'Boulangerie Thillen S.à r.l.',
  vat: 'LU20260743',
  city: 'Dudelange',
  country: 'LU',
  domain: 'thillen-pain.example',
};
export const garage: CustomerShown = { name: 'Garage Vandersteen', city: 'Arlon', country: 'BE' };
export const clinic: CustomerShown = { name: 'Praxis am Stadtpark', city: 'Trier', country: 'DE' };

/** What every notice has: who is written to, the receipt, whom to call. */
export function common(language: Language) {
  return {
    language,
    recipientName: 'Claire Hoffmann',
    receivedAt: '2026-10-05T08:00:07Z',
    receipt: {
      entry: 1742,
      hash: '9f2c41d07be35a6818c4e0f7723b9d5610aa84cf3e5b7d29481f60c2ab37de95',
      root: 'c0a94e7715d2f86b3390eac2417d5f08b6e1937ac45208fd9e61b3074ac82f5d',
      mailHash: '41b7e90c52aa6f3d8e1706bb94cf25d8730e1ba96c5f42d7a80913fe6bd2c471',
      recordedAt: '2026-10-05T08:00:11Z',
    },
    contact: {
      headOfSales: 'Nausicaa Rouge',
      headOfSalesAddress: 'nrouge@mixvoip.com',
      address: 'dealreg@mixvoip.com',
      phone: '+352 20 3333 20',
      website: 'mixvoip.com/partners',
    },
    unread: [],
  };
}

/** A notice of time answers no mail. */
export function unprompted(language: Language) {
  const { receivedAt: _arrival, receipt, ...rest } = common(language);
  const { mailHash: _hash, ...withoutMail } = receipt;
  return { ...rest, receipt: withoutMail };
}

/** A registration that holds its place. */
export const protectedStanding: StandingShown = {
  reference: 'DR-2026-000123',
  customer: bakery,
  services: ['internet', 'sip_trunk'],
  seats: 25,
  status: 'protected',
  receivedAt: '2026-10-05T08:00:07Z',
  protectedUntil: '2027-01-03T08:00:07Z',
  missing: [],
  extensionsLeft: 2,
};
