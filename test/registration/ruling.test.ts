import { describe, expect, test } from 'vitest';
import { mentionsAnother, type OtherParties } from '../../src/registration/ruling.ts';

const OTHERS: OtherParties = {
  partners: [
    { name: 'Alpha Networks', domains: ['alpha.example'] },
    { name: 'KPN Partner Desk', domains: ['kpn-desk.example'] },
    { name: 'One', domains: [] },
    { name: 'Groupe Wirtgen', domains: ['wirtgen.example'] },
  ],
  contacts: [
    { name: 'Marie-Claude Thill', address: 'm.thillens@mail.example' },
    { address: 'sales@alpha.example' },
  ],
  ownReference: 'DR-2026-000007',
};

describe("the Head of Sales' comment", () => {
  test.each([
    ['the first word of a partner', 'Alpha came first.'],
    ['that word in a genitive', 'Alphas Angebot war da.'],
    ['a partner written as one word', 'It was alphanetworks who wrote.'],
    ['a partner after a common word', 'Wirtgen wrote in May.'],
    ['a partner by its mail domain', 'See the mail from x@Alpha.Example.'],
    ['a short name in capitals', 'KPN has been there since March.'],
    ['a short name in whole', 'The kpn partner desk was there before.'],
    ['the whole of a short name', 'I spoke to one of them; One was first.'],
    ['the first name of a contact', 'I spoke with Claude yesterday.'],
    ['the family name of a contact, with accents', 'Mme THÍLL was earlier.'],
    ['the name before the @ of a contact', 'Thillens wrote to me.'],
    ['the mail domain of a contact', 'They write from mail.example.'],
    ["another's reference", 'DR-2026-000008 stands.'],
    ["another's reference, loosely written", 'The place stays with dr 2026 8.'],
    ['a reference without its year', 'DR-000007 stands.'],
  ])('given it names %s, then nobody else reads it', (_what, comment) => {
    expect(mentionsAnother(comment, OTHERS)).toBe(true);
  });

  test.each([
    ['nobody', 'The visit of May counts; write to sales if you object.'],
    ["the reader's own reference", 'Your DR-2026-000007 came a week late.'],
    ["the reader's own reference, loosely written", 'Your dr 2026 7 came a week late.'],
    ['a word that is short in another name', 'kpn lines are meant for the branch.'],
  ])('given it names %s, then it is passed on', (_what, comment) => {
    expect(mentionsAnother(comment, OTHERS)).toBe(false);
  });

  test('given a reader without a reference, then no reference is passed on', () => {
    expect(mentionsAnother('DR-2026-000007 stands.', { partners: [], contacts: [] })).toBe(true);
  });
});
