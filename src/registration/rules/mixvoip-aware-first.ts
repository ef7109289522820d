import { addDays } from '../policy.ts';
import type { ExcludedService, TableEntry } from './rule.ts';

export const mixvoipAwareFirst: TableEntry = {
  name: 'mixvoip.aware_first',
  description:
    'Mixvoip recorded this project (customer and an overlapping service) before and it is still valid (S5): rejected; services it did not know of go on.',
  check({ request, standing, policy, services, excluded }) {
    const known = (standing.customer?.awareness ?? [])
      .filter(
        ({ recordedAt }) =>
          recordedAt < request.receivedAt &&
          addDays(recordedAt, policy.awareness_valid_days) > request.receivedAt,
      )
      .sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
    const sinceOf = (service: (typeof services)[number]) =>
      known.find((awareness) => awareness.services.includes(service))?.recordedAt;
    const overlap = services.filter((service) => sinceOf(service));
    if (overlap.length === 0) return undefined;
    if (overlap.length === services.length) {
      return { decides: { outcome: 'rejected', status: 'rejected', awareSince: sinceOf(overlap[0]!)! } };
    }
    const left: ExcludedService[] = overlap.map((service) => ({
      service,
      reason: 'mixvoip_aware',
      since: sinceOf(service)!,
    }));
    return {
      narrows: {
        services: services.filter((service) => !overlap.includes(service)),
        excluded: [...excluded, ...left],
      },
    };
  },
};
