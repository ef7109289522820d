import { describe, expect, it } from 'vitest';
import type { StatedRegistration } from '../../src/message/understanding.ts';
import { merge } from '../../src/registration/stated.ts';

const earlier: StatedRegistration = {
  customer: { name: 'Larkspur Veterinary Group Ltd', city: 'Wiltz' },
  services: ['internet'],
  seats: 12,
  situation: [],
};

describe('two mails about one claim', () => {
  it.each([
    ['Larkspur Veterinary', 'Larkspur Veterinary Group Ltd'],
    ['Larkspur Veterinary Group', 'Larkspur Veterinary Group Ltd'],
    ['Larkspur Animal Clinics S.A.', 'Larkspur Animal Clinics S.A.'],
  ])('whose later one says %s are about %s', (name, expected) => {
    expect(merge(earlier, { customer: { name } }).customer).toEqual({ name: expected, city: 'Wiltz' });
  });

  it('add up their services and situations, and the later figures win', () => {
    const later = { services: ['internet' as const, 'numbers' as const], seats: 15, value: undefined };
    expect(merge(earlier, later)).toMatchObject({ services: ['internet', 'numbers'], seats: 15 });
  });
});
