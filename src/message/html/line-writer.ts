/** Collects text of an HTML walk into lines, with white space as a browser shows it. */

import type { BodyLine } from '../parsed-mail.ts';

export interface TextStyle {
  quote: number;
  signature: boolean;
  history: boolean;
  heading: boolean;
  pre: boolean;
}

/** Invisible characters: soft hyphen, zero-width blanks and joiners, direction marks, byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

const TAIL_LENGTH = 400;

export class LineWriter {
  /** A table row with several cells was written: the text is no single value. */
  hasRows = false;
  private readonly lines: BodyLine[] = [];
  private parts: string[] = [];
  private style: TextStyle | undefined;
  private endsBlank = true;
  private blank = true;
  /** The end of the current line: enough to see whether an address stands there already. */
  private tail = '';
  /** A no-break space gives a line its height: `<p>&nbsp;</p>` is an empty line. */
  private solid = false;

  /** Adds text; runs of white space become one blank, except in preformatted text. */
  text(value: string, style: TextStyle): void {
    const visible = withoutInvisible(value);
    if (visible.includes('\u00a0')) this.solid = true;
    if (style.pre) {
      for (const [index, piece] of visible.split(/\r?\n/).entries()) {
        if (index > 0) this.lineBreak();
        this.add(piece, style);
      }
      return;
    }
    const collapsed = visible.replace(/[\s\u00a0]+/g, ' ');
    this.add(this.endsBlank ? collapsed.replace(/^ /, '') : collapsed, style);
  }

  /** Ends the line, also an empty one (`<br>`). */
  lineBreak(): void {
    this.push(this.parts.join(''));
  }

  /** Ends the line if anything stands on it (a block begins or ends). */
  breakLine(): void {
    if (this.solid || !this.blank) this.lineBreak();
    else this.reset();
  }

  blankLine(): void {
    const last = this.lines.at(-1);
    if (last && last.text !== '') this.lines.push({ ...last, text: '' });
  }

  rule(style: { quote: number; signature: boolean; history: boolean }): void {
    this.breakLine();
    this.lines.push({ text: '', quote: style.quote, rule: true, ...marks({ ...style, heading: false }) });
  }

  line(line: BodyLine): void {
    this.lines.push(line);
  }

  /** True if the text stands near the end of the current line. */
  endsWithin(text: string): boolean {
    return this.tail.toLowerCase().includes(text.toLowerCase());
  }

  finish(): BodyLine[] {
    this.breakLine();
    return this.lines;
  }

  private add(text: string, style: TextStyle): void {
    const visible = text.trim() !== '';
    // The line belongs to the first visible text on it.
    if (this.style === undefined || (this.blank && visible)) this.style = style;
    if (text === '') return;
    this.parts.push(text);
    this.tail = (this.tail + text).slice(-TAIL_LENGTH);
    this.blank &&= !visible;
    this.endsBlank = !style.pre && text.endsWith(' ');
  }

  private push(text: string): void {
    const style = this.style;
    this.lines.push({ text: text.trimEnd(), quote: style?.quote ?? 0, ...(style ? marks(style) : {}) });
    this.reset();
  }

  private reset(): void {
    this.parts = [];
    this.tail = '';
    this.blank = true;
    this.style = undefined;
    this.endsBlank = true;
    this.solid = false;
  }
}

function marks(style: { signature: boolean; history: boolean; heading: boolean }): Partial<BodyLine> {
  return {
    ...(style.signature ? { signature: true as const } : {}),
    ...(style.history ? { history: true as const } : {}),
    ...(style.heading ? { heading: true as const } : {}),
  };
}
