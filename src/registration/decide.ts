import type { Service } from '../message/understanding.ts';
import type { Policy } from './policy.ts';
import { DECISION_TABLE } from './rules/index.ts';
import type { Case, ExcludedService, Finding } from './rules/rule.ts';
import type { CustomerStanding, RegistrationState, Request, Standing } from './standing.ts';
import type { TableRule } from './vocabulary.ts';

/** One rule that was asked, and what it said. */
export interface Tried {
  rule: TableRule;
  result: 'decided' | 'narrowed' | 'passed';
}

/** The answer for one customer of one mail, with how it was found. */
export interface Decision extends Finding {
  rule: TableRule;
  /** Services that the outcome is about. */
  services: Service[];
  excluded: ExcludedService[];
  addition?: RegistrationState;
  dormantAttachment: boolean;
  tried: Tried[];
}

/**
 * Decides one claim by the charter's table. Pure: equal arguments give the equal decision (invariant 8).
 * @param now the instant from which protection would run: arrival, completion, promotion or ruling.
 */
export function decide(request: Request, standing: Standing, policy: Policy, now: Date): Decision {
  let given: Case = {
    request,
    standing,
    policy,
    services: request.services,
    excluded: [],
    dormantAttachment: false,
    now,
    ifCustomerWere: (customer) => decide(request, withoutDoubt(standing, customer), policy, now),
  };
  const tried: Tried[] = [];
  for (const rule of DECISION_TABLE) {
    const result = rule.check(given);
    if (result && 'decides' in result) {
      tried.push({ rule: rule.name, result: 'decided' });
      const { services, excluded, addition, dormantAttachment } = given;
      return {
        ...result.decides,
        rule: rule.name,
        services: [...services],
        excluded: [...excluded],
        addition,
        dormantAttachment,
        tried,
      };
    }
    tried.push({ rule: rule.name, result: result ? 'narrowed' : 'passed' });
    if (result) given = { ...given, ...result.narrows };
  }
  throw new Error('the last rule of the decision table decides always');
}

const withoutDoubt = (standing: Standing, customer: CustomerStanding | undefined): Standing => ({
  ...standing,
  customer,
  alike: [],
});
