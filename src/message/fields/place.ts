/** Which of the addresses in a text is the customer's. */

import type { Found } from '../evidence.ts';
import type { PostalAddress } from './address.ts';
import type { CustomerName } from './choose-name.ts';
import { foldKey } from './keys.ts';
import { belongsToOther, mentionIn } from './ownership.ts';
import type { Piece } from './pieces.ts';
import type { ReadingContext } from './reading-context.ts';
import { gapBetween } from './spans.ts';
import type { Typed } from './typed.ts';

const ADJACENT = 6;

/** The customer's address: of several, the one nearest to its name. A street beside it is taken along. */
export function choosePlace(
  typed: Typed,
  piece: Piece,
  name: CustomerName | undefined,
  context: ReadingContext,
  city: string | undefined,
): Found<PostalAddress> | undefined {
  const own = typed.addresses.filter(
    (address) =>
      !context.insiderValues.has(addressKey(address.value)) && !belongsToOther(address, piece, name, context),
  );
  if (own.length === 0) return undefined;
  const sameTown =
    city === undefined ? own : own.filter((address) => foldKey(address.value.city ?? '') === foldKey(city));
  const pool = sameTown.length > 0 ? sameTown : own;
  let chosen = pool[0] as Found<PostalAddress>;
  const at = name ? mentionIn(piece, name, context) : undefined;
  if (pool.length > 1 && at)
    chosen = [...pool].sort((a, b) => gapBetween(a, at) - gapBetween(b, at))[0] as Found<PostalAddress>;
  if (chosen.value.street) return chosen;
  const beside = typed.streets.find((street) => gapBetween(street, chosen) <= ADJACENT);
  return beside ? { ...chosen, value: { ...chosen.value, street: beside.value } } : chosen;
}

/** What an address is told by, for comparison with partners' own. */
export function addressKey(address: PostalAddress): string {
  return `${address.postal_code ?? ''} ${foldKey(address.street ?? address.city ?? '')}`;
}
