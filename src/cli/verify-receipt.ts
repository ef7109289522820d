import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ExpectedError, messageOf } from '../expected-error.ts';
import { headerHash } from '../ledger/chain.ts';
import { headSchema, signedHeadSchema } from '../ledger/head.ts';
import { checkProof, proofSchema } from '../ledger/proof-file.ts';
import { type Check, checkReceipt, checkSignature, type Receipt, receiptSchema } from '../ledger/receipt.ts';
import { RECEIPT_FILE } from '../reply/mime.ts';
import { printChecks } from './checks.ts';

const FILE_LIMIT = 40_000_000;
/** Mails inside of mails: forwarded as an attachment, and that once more. */
const DEPTH = 3;

/**
 * `dealreg verify-receipt FILE… [--key KEY]`: checks receipts, proofs and heads (JSON), and mails that carry a receipt,
 * with nothing but the file. Status 1 where anything is wrong.
 */
export async function verifyReceiptCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { key: { type: 'string' } },
  });
  if (positionals.length === 0)
    throw new ExpectedError('verify-receipt needs a mail or a JSON file: dealreg verify-receipt FILE', {
      exitCode: 2,
    });
  let sound = true;
  for (const file of positionals) {
    if (positionals.length > 1) console.log(file);
    sound = printChecks(await checksOf(file, values.key)) && sound;
  }
  return sound ? 0 : 1;
}

async function checksOf(file: string, key: string | undefined): Promise<Check[]> {
  const bytes = await bytesOf(file);
  const json = jsonOf(bytes);
  if (json !== undefined) return checkJson(json, file, key);
  const found = await receiptsIn(bytes, DEPTH);
  if (found.length === 0)
    throw new ExpectedError(
      `${file} holds no receipt: a notice has it as the file dealreg-receipt-….json; save the mail with its attachments.`,
    );
  return found.flatMap(({ receipt, text }) => [
    ...checkJson(jsonOf(receipt), file, key),
    checkText(receiptSchema.safeParse(jsonOf(receipt)).data, text),
  ]);
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    if ((await stat(file)).size > FILE_LIMIT) throw new Error('it is too large');
    return await readFile(file);
  } catch (error) {
    throw new ExpectedError(`${file} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function checkJson(json: unknown, file: string, key: string | undefined): Check[] {
  const proof = proofSchema.safeParse(json);
  if (proof.success) {
    const { head } = proof.data;
    return [...checkProof(proof.data), ...checkKey('key' in head ? head.key : undefined, key)];
  }
  const receipt = receiptSchema.safeParse(json);
  if (receipt.success) return [...checkReceipt(receipt.data), ...checkKey(receipt.data.head.key, key)];
  const head = signedHeadSchema.safeParse(json);
  if (head.success) return [checkSignature(head.data), ...checkKey(head.data.key, key)];
  if (headSchema.safeParse(json).success) throw new ExpectedError(`${file} holds a head that nobody signed.`);
  throw new ExpectedError(`${file} is no receipt, proof or head of a ledger, or it was changed or cut.`);
}

function checkKey(signedBy: string | undefined, key: string | undefined): Check[] {
  const name = 'key';
  if (signedBy === undefined)
    return key === undefined
      ? []
      : [{ name, fault: 'nobody signed the head: ask for the proof anew the day after' }];
  if (key === undefined)
    return [{ name, found: `compare it with the one that Mixvoip publishes: ${signedBy}` }];
  return key === signedBy
    ? [{ name, found: 'the one that was given' }]
    : [{ name, fault: `signed by ${signedBy}, not by ${key.slice(0, 64)}` }];
}

interface Found {
  receipt: Buffer;
  /** Words of the mail that carries it. */
  text: string;
}

async function receiptsIn(mail: Buffer, depth: number): Promise<Found[]> {
  const { simpleParser } = await import('mailparser');
  const { text = '', attachments } = await simpleParser(mail, {
    skipHtmlToText: false,
    skipImageLinks: true,
  });
  const found: Found[] = [];
  for (const { filename, contentType, content } of attachments.slice(0, 50)) {
    if (RECEIPT_FILE.test(filename ?? '')) found.push({ receipt: content, text });
    else if (contentType === 'message/rfc822' && depth > 1)
      found.push(...(await receiptsIn(content, depth - 1)));
  }
  return found;
}

/** The words have to quote the receipt that travels with them. */
function checkText(receipt: Receipt | undefined, text: string): Check {
  const name = 'text';
  if (!receipt) return { name, fault: 'there is no receipt to compare with' };
  const { entry, head } = receipt;
  const quotes = [headerHash(entry.header).slice(0, 12), `${head.size}/${head.root.slice(0, 12)}`];
  const missing = quotes.find((quote) => !text.includes(quote));
  return missing === undefined
    ? { name, found: `quotes ${quotes.join(' and ')}` }
    : { name, fault: `the mail does not quote ${missing}: its words belong to another receipt` };
}
