import { styleText } from 'node:util';
import type { Context } from '../context.ts';
import type { StatedRegistration, Understanding } from '../message/understanding.ts';
import { type Candidate, describe, findCustomers } from '../pipeline/find-customer.ts';
import { type Rehearsal, rehearseMessage } from '../pipeline/rehearse-message.ts';
import type { Tried } from '../registration/decide.ts';
import { DECISION_TABLE } from '../registration/rules/index.ts';
import { markedText, terminalMark, valueRows } from './evidence.ts';

export interface Chapter {
  title: string;
  lines: string[];
}

/** A mail explained, chapter by chapter: sender, text, values, customers, rules, answer. */
export async function explanationOf(
  context: Context,
  understanding: Understanding,
  rawHash: string,
): Promise<Chapter[]> {
  const rehearsal = await rehearseMessage(context, understanding, rawHash);
  const chapters: Chapter[] = [
    { title: 'Who wrote, and may it be answered', lines: senderLines(understanding) },
    { title: 'What it says', lines: markedText(understanding, terminalMark) },
    { title: 'What was understood, and from which words', lines: valueLines(understanding) },
  ];
  for (const stated of understanding.registrations) chapters.push(await customerChapter(context, stated));
  chapters.push(...ruleChapters(rehearsal), ...noticeChapters(rehearsal));
  return chapters;
}

function senderLines({
  sender,
  automation,
  language,
  intent,
  reference,
  attachments,
}: Understanding): string[] {
  const machine = automation.reasons.length > 0 ? automation.reasons.join('; ') : 'no marker of a machine';
  return [
    `From        ${sender.address ?? '(no single address)'}${sender.name ? ` (${sender.name})` : ''}`,
    `Proven      ${sender.trust}: ${sender.reason}`,
    `Machine     ${automation.kind ?? 'no'}: ${machine}`,
    `Answer      ${automation.mayAnswer ? 'may be answered' : 'is not answered'}`,
    `Language    ${language}`,
    `Wants       ${intent}${reference ? ` (${reference})` : ''}`,
    ...attachments.map(
      ({ filename, read, reason }) =>
        `Attachment  ${filename}: ${read ? 'read' : `not read (${reason ?? 'unsupported'})`}`,
    ),
  ];
}

/** Columns as wide as their widest cell. */
export function aligned(rows: readonly string[][]): string[] {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, index) => Math.max(most[index] ?? 0, cell.length)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index]!))
      .join('  ')
      .trimEnd(),
  );
}

function valueLines(understanding: Understanding): string[] {
  const rows = valueRows(understanding);
  if (rows.length === 0) return ['nothing that is sure enough'];
  return aligned([['field', 'value', 'words', 'where', 'how', 'sure'], ...rows]);
}

async function customerChapter(context: Context, stated: StatedRegistration): Promise<Chapter> {
  const title = `Whom it may be: ${stated.customer.name ?? stated.customer.vat ?? 'no customer is named'}`;
  const { same, alike } = await findCustomers(context.database, describe(stated.customer));
  const candidates = [...(same ? [same] : []), ...alike].slice(0, 5);
  if (candidates.length === 0) return { title, lines: ['the ledger knows nobody like it'] };
  return { title, lines: candidates.flatMap(candidateLines) };
}

function candidateLines({ customer, comparison }: Candidate): string[] {
  const { name, city, country } = customer.description;
  const place = [city, country].filter(Boolean).join(', ');
  const head = `${comparison.verdict} (${comparison.score.toFixed(2)})  ${name ?? `customer ${customer.id}`}${place ? `, ${place}` : ''}`;
  const rows = comparison.evidence.map(({ feature, a, b, finding, weight }) => [
    weight > 0 ? '+' : weight < 0 ? '−' : ' ',
    feature,
    a,
    b,
    finding,
  ]);
  return [styleText('bold', head), ...aligned(rows).map((row) => `  ${row}`)];
}

const SIGNS = { decided: '●', narrowed: '◐', passed: '·' } as const;

function ruleChapters({ outcomes }: Rehearsal): Chapter[] {
  return outcomes.map(({ outcome, rule, customer, queuePosition, tried }) => ({
    title: `Decision${customer ? ` for ${customer}` : ''}: ${outcome}, by ${rule}${queuePosition ? `, place ${queuePosition} in the queue` : ''}`,
    lines: ((tried as Tried[] | undefined) ?? []).map(({ rule: name, result }) => {
      const description = DECISION_TABLE.find((entry) => entry.name === name)?.description ?? '';
      const line = `${SIGNS[result]} ${name.padEnd(26)} ${description}`;
      return result === 'passed' ? styleText('dim', line) : line;
    }),
  }));
}

function noticeChapters({ notices }: Rehearsal): Chapter[] {
  if (notices.length === 0) return [{ title: 'No answer would go out', lines: [] }];
  return notices.map(({ kind, to, cc, subject, text }) => ({
    title: `The ${kind} that would go to ${to.join(', ')}${cc.length > 0 ? `, cc ${cc.join(', ')}` : ''}`,
    lines: [subject, '', ...text.trimEnd().split('\n')],
  }));
}
