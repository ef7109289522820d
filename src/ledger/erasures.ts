import type { Check } from './receipt.ts';
import type { Story } from './story.ts';

/** Personal data may go, and the ledger says so. */
export function checkErasures({ unsealed, erased }: Story): Check {
  const name = 'erasures';
  const untold = unsealed.find((entry) => !erased.entries.has(String(entry)));
  if (untold !== undefined)
    return {
      name,
      fault: `the personal data of entry ${untold} is gone, and no entry says that it was erased`,
    };
  const { mails, notices } = erased;
  return {
    name,
    found: `the personal data of ${unsealed.length} entries, ${mails.size} mails and ${notices.size} notices, each told by an entry`,
  };
}
