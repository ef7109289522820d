import type { Sender } from '../message/understanding.ts';
import { checkedAddress, isAddress } from './address.ts';

/** Local parts behind which no person reads. */
const MACHINE =
  /^(?:mailer-daemon|postmaster|no[-_.]?reply|do[-_.]?not[-_.]?reply|bounces?|listserv|majordomo)(?:[+=_-].{0,60})?$/i;

/**
 * The one address that an answer goes to: Reply-To where the sender has a trusted one, else From. Nothing when
 * there is no plain address, when it is one of ours (`own`, the mailbox and its aliases), or a machine's: then the
 * mail is not answered.
 */
export function answerAddress(
  sender: Pick<Sender, 'address' | 'replyTo'>,
  own: readonly string[],
): string | undefined {
  const ours = new Set(own.map((address) => address.toLowerCase()));
  return [sender.replyTo, sender.address].find(
    (address) =>
      address !== undefined &&
      isAddress(address) &&
      !ours.has(address.toLowerCase()) &&
      !MACHINE.test(address.slice(0, address.lastIndexOf('@'))),
  );
}

/** The addresses copied: checked, each once, and never the one written to. */
export function copiedAddresses(wanted: readonly string[], to: string): string[] {
  const seen = new Set([to.toLowerCase()]);
  return wanted
    .map((address) => checkedAddress(address, 'cc'))
    .filter((address) => {
      const key = address.toLowerCase();
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
