import { describe, expect, it } from 'vitest';
import { DECISION_TABLE } from '../../src/registration/rules/index.ts';
import { TABLE_RULES } from '../../src/registration/vocabulary.ts';
import { ARRIVAL, customer, daysAfter, daysBefore, given, registration } from './specification.ts';

describe('the decision table', () => {
  it('holds every rule of the charter once, in the charter’s order', () => {
    expect(DECISION_TABLE.map(({ name }) => name)).toEqual(TABLE_RULES);
  });

  it('says which rules were asked before the one that decided', () => {
    const { tried } = given().when({ services: ['it'] }).decision;
    expect(tried.at(-1)).toEqual({ rule: 'service.not_covered', result: 'decided' });
    expect(tried.slice(0, -1).every(({ result }) => result === 'passed')).toBe(true);
  });
});

describe('sender', () => {
  it('holds a mail whose sender is not proven, whatever it claims', () => {
    given().when({ trusted: false }).decides({ outcome: 'held', rule: 'sender.untrusted' });
  });

  it('rejects a proven sender that is no partner', () => {
    given().when({ partner: undefined }).decides({ outcome: 'rejected', rule: 'sender.unknown' });
  });

  it('rejects a suspended partner and copies the Head of Sales', () => {
    given()
      .when({ partner: { id: 'B', status: 'suspended' } })
      .decides({ outcome: 'rejected', rule: 'partner.suspended', copiesHeadOfSales: true });
  });
});

describe('request.incomplete', () => {
  it('asks for the service and keeps the place of a named customer until the end of grace', () => {
    given()
      .when({ services: [] })
      .decides({
        outcome: 'needs_information',
        missing: ['services'],
        holdsPlace: true,
        graceUntil: daysAfter(10),
        status: 'pending',
      });
  });

  it('asks for the customer and keeps no place for nobody', () => {
    given()
      .when({ customer: {} })
      .decides({ missing: ['customer'], holdsPlace: false });
  });

  it('takes a company number for a name', () => {
    given()
      .when({ customer: { vat: 'LU12345613' } })
      .decides({ outcome: 'accepted', rule: 'prospect.first' });
  });
});

describe('service.not_covered', () => {
  it('rejects a claim for IT alone', () => {
    given()
      .when({ services: ['it'] })
      .decides({ outcome: 'rejected', rule: 'service.not_covered' });
  });

  it('goes on with the covered services and names the other', () => {
    given()
      .when({ services: ['internet', 'it'] })
      .decides({
        outcome: 'accepted',
        services: ['internet'],
        excluded: [{ service: 'it', reason: 'not_covered' }],
      });
  });
});

describe('registration.repeated', () => {
  const own = registration({ partnerId: 'B' });

  it('answers the same claim of the same partner with the reference it has', () => {
    given({ customer: customer({ registrations: [own] }) })
      .when()
      .decides({ outcome: 'repeated', repeats: own });
  });

  it('decides new services as an addition that keeps reference and end', () => {
    given({ customer: customer({ registrations: [own] }) })
      .when({ services: ['internet', 'sip_trunk'] })
      .decides({
        outcome: 'accepted',
        services: ['sip_trunk'],
        addition: own,
        protectedUntil: own.protectedUntil,
      });
  });

  it('does not see a registration whose protection has run out', () => {
    const over = registration({ partnerId: 'B', protectedUntil: daysBefore(1) });
    given({ customer: customer({ registrations: [over] }) })
      .when()
      .decides({ outcome: 'accepted', addition: undefined });
  });
});

describe('customer.uncertain', () => {
  const held = customer({ id: 2n, registrations: [registration()] });
  const free = customer({ id: 3n });

  it('asks the Head of Sales when a like-named customer would change the outcome, and keeps the place', () => {
    given({ alike: [held] })
      .when()
      .decides({
        outcome: 'conflict',
        rule: 'customer.uncertain',
        holdsPlace: true,
        against: { customerId: 2n },
      });
  });

  it('asks nobody when the outcome would be the same', () => {
    given({ alike: [free] })
      .when()
      .decides({ outcome: 'accepted', rule: 'prospect.first' });
  });

  it('asks nobody when the like-named customer is the partner’s own', () => {
    const own = customer({ id: 4n, registrations: [registration({ partnerId: 'B' })] });
    given({ alike: [own] })
      .when()
      .decides({ outcome: 'accepted' });
  });

  it('finds the one that matters behind another that does not', () => {
    given({ alike: [free, held] })
      .when()
      .decides({ against: { customerId: 2n } });
  });
});

describe('another partner of record', () => {
  const attached = customer({ attachment: { partnerId: 'A', lastRevenue: daysBefore(40) } });

  it.each([
    ['customer.changes_partner', { leavesPartner: true }],
    ['customer.changes_partner', { bringsMandate: true }],
    ['customer.unhappy', { dissatisfied: true }],
    ['customer.changes_partner', { leavesPartner: true, dissatisfied: true }],
    ['customer.of_other_partner', {}],
  ] as const)('is a conflict by %s when the mail says %o', (rule, says) => {
    given({ customer: attached })
      .when(says)
      .decides({ outcome: 'conflict', rule, against: { customerId: 1n } });
  });

  it('no longer counts after a year without revenue (S7)', () => {
    const dormant = customer({ attachment: { partnerId: 'A', lastRevenue: daysBefore(366) } });
    given({ customer: dormant })
      .when({ leavesPartner: true })
      .decides({ outcome: 'accepted', rule: 'prospect.first', dormantAttachment: true });
  });

  it('counts when nobody knows the last revenue', () => {
    given({ customer: customer({ attachment: { partnerId: 'A' } }) })
      .when()
      .decides({ rule: 'customer.of_other_partner' });
  });
});

describe('the partner’s own customer', () => {
  const own = customer({
    attachment: { partnerId: 'B', lastRevenue: daysBefore(10) },
    awareness: [{ services: ['internet'], recordedAt: daysBefore(3) }],
  });

  it('is accepted whatever Mixvoip knew (S2)', () => {
    given({ customer: own })
      .when()
      .decides({ outcome: 'accepted', rule: 'customer.own', protectedUntil: daysAfter(90) });
  });

  it('is a prospect like any other once it is dormant', () => {
    const dormant = customer({
      attachment: { partnerId: 'B', lastRevenue: daysBefore(400) },
      awareness: [{ services: ['internet'], recordedAt: daysBefore(3) }],
    });
    given({ customer: dormant }).when().decides({ outcome: 'rejected', rule: 'mixvoip.aware_first' });
  });
});

describe('customer.of_mixvoip', () => {
  it('is a conflict while Mixvoip serves the customer itself', () => {
    given({
      customer: customer({ attachment: { mixvoipServices: ['communication'], lastRevenue: daysBefore(20) } }),
    })
      .when()
      .decides({ outcome: 'conflict', rule: 'customer.of_mixvoip' });
  });
});

describe('registration.competing', () => {
  it('gives the newcomer the place behind those that wait already', () => {
    const holder = registration();
    const waiting = registration({ partnerId: 'C', status: 'queued', receivedAt: daysBefore(2) });
    given({ customer: customer({ registrations: [holder, waiting] }) })
      .when({ services: ['communication'] })
      .decides({
        outcome: 'conflict',
        rule: 'registration.competing',
        status: 'queued',
        queuePosition: 2,
        against: { registrationId: holder.id },
      });
  });

  it('respects a place that is kept for missing information, until its grace is over', () => {
    const kept = registration({ status: 'pending', services: [] });
    given({ customer: customer({ registrations: [kept] }) })
      .when()
      .decides({ rule: 'registration.competing' });
    const late = registration({ status: 'pending', graceUntil: daysBefore(1) });
    given({ customer: customer({ registrations: [late] }) })
      .when()
      .decides({ rule: 'prospect.first' });
  });

  it('does not see what has ended', () => {
    const ended = (['lost', 'withdrawn', 'expired', 'rejected'] as const).map((status) =>
      registration({ status }),
    );
    given({ customer: customer({ registrations: ended }) })
      .when()
      .decides({ rule: 'prospect.first' });
  });
});

describe('mixvoip.aware_first', () => {
  it('rejects what Mixvoip recorded before, and says since when', () => {
    given({ customer: customer({ awareness: [{ services: ['internet'], recordedAt: daysBefore(20) }] }) })
      .when()
      .decides({ outcome: 'rejected', rule: 'mixvoip.aware_first', awareSince: daysBefore(20) });
  });

  it.each([
    ['recorded at the very instant', { services: ['internet'] as const, recordedAt: ARRIVAL }],
    ['recorded later', { services: ['internet'] as const, recordedAt: daysAfter(1) }],
    ['recorded too long ago', { services: ['internet'] as const, recordedAt: daysBefore(181) }],
    ['about another service', { services: ['communication'] as const, recordedAt: daysBefore(5) }],
  ])('does not count when it was %s', (_, awareness) => {
    given({ customer: customer({ awareness: [{ ...awareness, services: [...awareness.services] }] }) })
      .when()
      .decides({ outcome: 'accepted', rule: 'prospect.first' });
  });

  it('goes on with the services that Mixvoip did not know of', () => {
    given({ customer: customer({ awareness: [{ services: ['internet'], recordedAt: daysBefore(20) }] }) })
      .when({ services: ['internet', 'numbers'] })
      .decides({
        outcome: 'accepted',
        services: ['numbers'],
        excluded: [{ service: 'internet', reason: 'mixvoip_aware', since: daysBefore(20) }],
      });
  });
});

describe('registration.tie', () => {
  it('is a conflict for a claim of the same second, never a coin toss', () => {
    given({ simultaneous: [{ partnerId: 'C' }] })
      .when()
      .decides({ outcome: 'conflict', rule: 'registration.tie', holdsPlace: true });
  });

  it('is one also for the second of the two, although the first holds a place by then', () => {
    const rival = registration({ partnerId: 'C', status: 'disputed', holdsPlace: true, receivedAt: ARRIVAL });
    given({ customer: customer({ registrations: [rival] }), simultaneous: [{ partnerId: 'C' }] })
      .when()
      .decides({ rule: 'registration.tie' });
  });

  it('is none between two mails of one partner', () => {
    given({ simultaneous: [{ partnerId: 'B' }] })
      .when()
      .decides({ rule: 'prospect.first' });
  });
});

describe('prospect.first', () => {
  it('accepts a prospect that nobody knows and protects it from its arrival', () => {
    given()
      .when()
      .decides({ outcome: 'accepted', rule: 'prospect.first', protectedUntil: daysAfter(90) });
  });

  it('takes the length of protection from the policy', () => {
    given({}, { protection_days: 30 })
      .when()
      .decides({ protectedUntil: daysAfter(30) });
  });
});
