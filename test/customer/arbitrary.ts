import fc from 'fast-check';
import type { CustomerDescription } from '../../src/customer/index.ts';

const WORDS =
  'Atelier Garage Boulangerie Hôtel Clinique Nosbusch Welfring Müller Talblick Groß Œuvre Lilas Réimech'.split(
    ' ',
  );
const FORMS = ['', ' S.à r.l.', ' SARL', ' GmbH', ' S.A.', ' NV', ' & Co. KG', ' ASBL'];

/** A name as companies bear them: one to four words, perhaps a legal form. */
export const companyName = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }), fc.constantFrom(...FORMS))
  .map(([words, form]) => `${words.join(' ')}${form}`);

/** A description without company numbers. */
export const unnumbered: fc.Arbitrary<CustomerDescription> = fc.record(
  {
    name: companyName,
    country: fc.constantFrom('LU', 'BE', 'DE'),
    city: fc.constantFrom('Remich', 'Réimech', 'Arlon', 'Trier', 'Trèves'),
    postal_code: fc.constantFrom('5555', 'L-5555', '6700'),
    street: fc.constantFrom('12, rue du Pont', 'Rue du Pont 12', 'Bahnhofstr. 3'),
    domain: fc.constantFrom('nosbusch.example', 'talblick.example', 'gmail.com'),
    phone: fc.constantFrom('+35226208831', '+35226208832'),
  },
  { requiredKeys: ['name'] },
);

/** Two different valid VAT numbers of one country. */
export const rivalNumbers = fc
  .tuple(fc.integer({ min: 100_000, max: 999_999 }), fc.integer({ min: 100_000, max: 999_999 }))
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => [luxembourgVat(a), luxembourgVat(b)] as const);

/** A Luxembourg VAT number with its check digits: the number modulo 89. */
export function luxembourgVat(digits: number): string {
  return `LU${digits}${String(digits % 89).padStart(2, '0')}`;
}

/** The same name as another hand writes it: case, accents, blanks, punctuation, the legal form spelled otherwise. */
export const otherHand: fc.Arbitrary<(name: string) => string> = fc.constantFrom(
  (name: string) => name.toUpperCase(),
  (name: string) => name.toLowerCase(),
  (name: string) => name.normalize('NFD'),
  (name: string) => name.normalize('NFD').replace(/\p{M}/gu, ''),
  (name: string) => `  ${name.replaceAll(' ', '   ')} `,
  (name: string) => name.replaceAll(' ', '-'),
  (name: string) => `„${name}“.`,
  (name: string) => name.replace('SARL', 'S. à r. l.').replace('S.à r.l.', 'SARL'),
  (name: string) => name.replace('GmbH', 'G.m.b.H.').replace('S.A.', 'SA').replace('NV', 'N.V.'),
  (name: string) => name.replace('ü', 'ue').replace('ß', 'ss'),
);
