import type { BodyLine } from '../parsed-mail.ts';

/** Lines as one text, without blank lines around it. */
export function textOf(lines: BodyLine[]): string {
  const text = lines.map((line) => line.text.trimEnd()).join('\n');
  return text
    .replace(/^(?:[ \t]*\n)+/, '')
    .replace(/^ +/, '')
    .trimEnd();
}

export function isBlank(lines: BodyLine[]): boolean {
  return lines.every((line) => line.text.trim() === '');
}
