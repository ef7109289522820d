/** What an HTML element means in a mail. */

import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

export interface ElementKind {
  hidden: boolean;
  block: boolean;
  /** A paragraph: a blank line follows. */
  spaced: boolean;
  quote: boolean;
  signature: boolean;
  history: boolean;
  heading: boolean;
}

const INVISIBLE = new Set([
  'head',
  'style',
  'script',
  'title',
  'meta',
  'link',
  'template',
  'noscript',
  'object',
  'svg',
  'math',
  'select',
  'textarea',
  'button',
  'iframe',
  'audio',
  'video',
  'canvas',
  // Text that is struck out no longer holds.
  'del',
  's',
  'strike',
]); // prettier-ignore
const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'html',
  'legend',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'ul',
]);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'caption']);
/** Declarations that keep an element from being seen, or strike its text out. */
export const HIDDEN_STYLE =
  /display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden|mso-hide\s{0,4}:\s{0,4}all|font-size\s{0,4}:\s{0,4}0(?:px|pt|em|%)?\s{0,4}(?:;|$)|text-decoration\s{0,4}:\s{0,4}line-through/i;
/** Gmail, Thunderbird, Outlook (web, mobile, Mac), Apple, Proton, Zimbra, Open-Xchange, Zoho, Yahoo. */
const SIGNATURE_NAMES =
  /^(?:gmail_signature|gmail_signature_prefix|moz-signature|signature|x_signature|ms-outlook-mobile-signature|protonmail_signature_block|applemailsignature|io-ox-signature|ox-signature|zmail_signature|zm_signature|tutanota_signature|yahoo_signature|ymail_signature|mail-signature)/i;
const HISTORY_NAMES =
  /^(?:gmail_quote|gmail_extra|gmail_attr|moz-cite-prefix|moz-forward-container|moz-email-headers-table|protonmail_quote|yahoo_quoted|yahooquoted|zmail_extra|tutanota_quote|divrplyfwdmsg|x_divrplyfwdmsg|olk_src_body_section|mail-editor-reference-message-container|reply-intro|replyheader|x_gmail_quote|front-blockquote)/i;
/** The rest of the document is history: Outlook's and Zimbra's separators have no element around what follows. */
const HISTORY_AFTER = /^(?:appendonsend|x_appendonsend|divrplyfwdmsg|x_divrplyfwdmsg|zwchr|stopspelling)$/i;

/** Reads name, class, id and style of an element; `hidden` are the names that the style sheet hides. */
export function elementKind(element: Tree.Element, hidden: ReadonlySet<string>): ElementKind {
  const tag = element.tagName;
  const style = attribute(element, 'style').slice(0, 2000);
  const names = namesOf(element);
  return {
    hidden: isHidden(element, style) || names.some((name) => hidden.has(name)),
    block: BLOCKS.has(tag),
    spaced: tag === 'p' && !isTightParagraph(names, style),
    quote: tag === 'blockquote' && !isIndentation(style),
    signature: names.some((name) => SIGNATURE_NAMES.test(name)),
    history: names.some((name) => HISTORY_NAMES.test(name)),
    heading: HEADINGS.has(tag),
  };
}

function isHidden(element: Tree.Element, style: string): boolean {
  const marked = element.attrs.some((attr) => attr.name === 'hidden');
  return marked || INVISIBLE.has(element.tagName) || HIDDEN_STYLE.test(style);
}

/** True for an element after which the mail being answered follows, without a container. */
export function startsHistoryAfter(element: Tree.Element): boolean {
  return namesOf(element).some((name) => HISTORY_AFTER.test(name));
}

export function attribute(element: Tree.Element, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? '';
}

function namesOf(element: Tree.Element): string[] {
  const names = attribute(element, 'class').slice(0, 500).split(/\s+/);
  names.push(attribute(element, 'id').slice(0, 100));
  if (attribute(element, 'data-smartmail') === 'gmail_signature') names.push('gmail_signature');
  return names;
}

/** Outlook writes one paragraph per line, without distance between them. */
function isTightParagraph(names: string[], style: string): boolean {
  return names.some((name) => /^(?:x_)?Mso/i.test(name)) || /margin(?:-bottom)?\s{0,4}:\s{0,4}0/i.test(style);
}

/** Gmail's and Outlook's "increase indent" is a blockquote without a line at its side. */
function isIndentation(style: string): boolean {
  return /border\s{0,4}:\s{0,4}(?:none|0)/i.test(style) && !/border-left\s{0,4}:/i.test(style);
}
