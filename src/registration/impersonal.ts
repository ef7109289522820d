/**
 * Members of a decision's inputs whose text is a code, a number of ours or an instant, and that stay readable when a
 * person's data is erased. Text of every other member goes, whatever it holds.
 */
const IMPERSONAL = new Set([
  'id',
  'entry',
  'customerId',
  'messageId',
  'partnerId',
  'itPartnerId',
  'reference',
  'status',
  'rule',
  'services',
  'mixvoipServices',
  'receivedAt',
  'recordedAt',
  'protectedUntil',
  'graceUntil',
  'closedAt',
  'attachedAt',
  'lastRevenue',
  'command',
  'choice',
  'outcome',
]);

/** The inputs of a decision without what may name or describe a person: which members there were is still to be seen. */
export function withoutPersonalData(inputs: unknown, member = ''): unknown {
  if (typeof inputs === 'string') return IMPERSONAL.has(member) ? inputs : undefined;
  if (Array.isArray(inputs))
    return inputs.map((item) => withoutPersonalData(item, member)).filter((item) => item !== undefined);
  if (inputs === null || typeof inputs !== 'object') return inputs;
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, withoutPersonalData(value, name)]),
  );
}
