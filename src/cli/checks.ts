import { styleText } from 'node:util';
import type { Check } from '../ledger/receipt.ts';

/** Prints what was checked, one line each; returns whether all of it was sound. */
export function printChecks(checks: readonly Check[]): boolean {
  for (const check of checks) printCheck(check);
  return checks.every((check) => 'found' in check);
}

export function printCheck(check: Check): void {
  const [mark, text] =
    'fault' in check ? [styleText('red', '✗'), check.fault] : [styleText('green', '✓'), check.found];
  console.log(`${mark} ${check.name.padEnd(14)}${check.name.length < 14 ? '' : ' '}${text}`);
}
