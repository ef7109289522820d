import type { Context } from '../context.ts';
import type { Office } from './step.ts';

/** What deciding needs of the context. */
export const officeOf = ({ config, policy, noticeSecret, headKey, clock }: Context): Office => ({
  identity: config.identity,
  policy,
  noticeSecret,
  headKey,
  clock,
});
