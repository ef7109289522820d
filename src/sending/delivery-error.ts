import type { SendResult } from '../ports.ts';

/** What is known of a failed attempt: the server's reply where there is one, the library's code, the command. */
export interface DeliveryFailure {
  code?: string;
  responseCode?: number;
  response?: string;
  command?: string;
}

/** The server refuses us, not this mail: our password, or that we gave none. */
const AUTHENTICATION_REPLIES = new Set([454, 530, 534, 535, 538]);
/** Commands that are about one mail; a refusal of any other is about the session. */
const MAIL_COMMANDS = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);
/** Codes of the library for a mail that it would not even offer. */
const UNSENDABLE = new Set(['EENVELOPE', 'EMESSAGE', 'EMAXRECIPIENTS']);

/**
 * What a failed attempt to send means for the notice. The server's reply decides before the library's code, which
 * is the same for a greylisted and for a refused recipient: 4yz is repeated, 5yz about this mail is final
 * (RFC 5321, 4.2.1). Without a reply everything hangs on whether the mail's bytes had begun to leave: before, it
 * cannot have been accepted; after, nobody knows.
 */
export function resultOfFailure(failure: DeliveryFailure, dataBegun: boolean): SendResult {
  const reason = reasonOf(failure);
  const { responseCode, command = '', code = '' } = failure;
  if (responseCode !== undefined && responseCode >= 400) {
    return isFinal(responseCode, command) ? { state: 'failed', reason } : { state: 'retry', reason };
  }
  if (dataBegun) return { state: 'uncertain', reason };
  return UNSENDABLE.has(code) && responseCode === undefined
    ? { state: 'failed', reason }
    : { state: 'retry', reason };
}

/** 503 says that the session went wrong, not the mail. */
function isFinal(responseCode: number, command: string): boolean {
  if (responseCode < 500 || responseCode === 503) return false;
  return MAIL_COMMANDS.has(command) && !AUTHENTICATION_REPLIES.has(responseCode);
}

/** `smtp.550.5.1.1` or `smtp.ETIMEDOUT`: codes only, a server's words may quote the mail. */
function reasonOf({ code, responseCode, response = '' }: DeliveryFailure): string {
  if (responseCode === undefined) return `smtp.${code ?? 'unknown'}`;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  return enhanced ? `smtp.${responseCode}.${enhanced}` : `smtp.${responseCode}`;
}
