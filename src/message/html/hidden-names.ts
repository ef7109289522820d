/** Classes and ids that a mail's own style sheet hides. */

import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { HIDDEN_STYLE } from './elements.ts';

const SHEET_LIMIT = 100_000;
const SIMPLE_SELECTOR = /^[a-z0-9*]{0,20}[.#]([\w-]{1,80})$/i;

/**
 * Reads the rules of all style elements that hold everywhere; those inside @media are for other screens.
 * Only selectors of one class or id are known: more than mail programs rely on.
 */
export function hiddenNames(document: Tree.ParentNode): Set<string> {
  const names = new Set<string>();
  for (const sheet of styleSheets(document)) {
    for (const [selectors, declarations] of topLevelRules(sheet)) {
      if (!HIDDEN_STYLE.test(declarations)) continue;
      for (const selector of selectors.split(',')) {
        const name = SIMPLE_SELECTOR.exec(selector.trim())?.[1];
        if (name) names.add(name);
      }
    }
  }
  return names;
}

/** Style elements stand in the head, or right in the body. */
function styleSheets(document: Tree.ParentNode): string[] {
  const sheets: string[] = [];
  const queue: { node: Tree.ParentNode; depth: number }[] = [{ node: document, depth: 0 }];
  for (let entry = queue.pop(); entry; entry = queue.pop()) {
    for (const child of entry.node.childNodes) {
      if (!('tagName' in child)) continue;
      if (child.tagName === 'style') sheets.push(textIn(child).slice(0, SHEET_LIMIT));
      else if (entry.depth < 4) queue.push({ node: child, depth: entry.depth + 1 });
    }
  }
  return sheets;
}

function textIn(element: Tree.Element): string {
  return element.childNodes
    .map((node) => (node.nodeName === '#text' ? (node as Tree.TextNode).value : ''))
    .join('');
}

/** Selector and declarations of each rule that is in no other block; one pass over the braces. */
function topLevelRules(sheet: string): [string, string][] {
  const rules: [string, string][] = [];
  let depth = 0;
  let start = 0;
  let selectors = '';
  for (const brace of sheet.matchAll(/[{}]/g)) {
    if (brace[0] === '{') {
      if (depth === 0) selectors = sheet.slice(start, brace.index);
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
      if (depth === 0 && !/@/.test(selectors))
        rules.push([plainSelectors(selectors), sheet.slice(start, brace.index)]);
    }
    start = brace.index + 1;
  }
  return rules;
}

/** Without the comments and comment marks around a style sheet. */
function plainSelectors(text: string): string {
  const afterComment = text.split('*/').at(-1)!;
  return afterComment.replace(/<!--|-->/g, ' ').slice(-2000);
}
