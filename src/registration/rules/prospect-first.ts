import { protection } from '../request.ts';
import type { TableEntry } from './rule.ts';

export const prospectFirst: TableEntry = {
  name: 'prospect.first',
  description: 'Nobody informed Mixvoip before and Mixvoip did not know (S5): accepted.',
  check: ({ policy, addition, now }) => ({ decides: protection(addition, now, policy) }),
};
