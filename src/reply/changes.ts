import type { Changes } from '../message/understanding.ts';

/** New values as pairs of field and value; the field is a code that the templates word. */
export function changesShown(changes: Changes): { field: string; value: string }[] {
  const { customer, services, seats, value, expected_close } = changes;
  const pairs: [string, string | undefined][] = [
    ...Object.entries(customer ?? {}),
    ['services', services && services.length > 0 ? services.join(', ') : undefined],
    ['seats', seats === undefined ? undefined : String(seats)],
    ['value', value && `${value.amount} ${value.currency} / ${value.per}`],
    ['expected_close', expected_close],
  ];
  return pairs.flatMap(([field, text]) => (text === undefined ? [] : [{ field, value: text }]));
}
