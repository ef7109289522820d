import type { ExcludedService, TableEntry } from './rule.ts';

export const serviceNotCovered: TableEntry = {
  name: 'service.not_covered',
  description: 'None of the services is covered by registration: rejected; if some are, go on with those.',
  check({ policy, services, excluded }) {
    const covered = services.filter((service) => policy.covered_services.includes(service));
    if (covered.length === services.length) return undefined;
    if (covered.length === 0) return { decides: { outcome: 'rejected', status: 'rejected' } };
    const left: ExcludedService[] = services
      .filter((service) => !covered.includes(service))
      .map((service) => ({ service, reason: 'not_covered' }));
    return { narrows: { services: covered, excluded: [...excluded, ...left] } };
  },
};
