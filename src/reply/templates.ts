import Handlebars, { type TemplateDelegate } from 'handlebars';
import { TEMPLATE_SOURCES } from '../../templates/read.ts';
import type { Language } from '../message/understanding.ts';
import { helpersFor } from './helpers.ts';
import { markSource } from './markup.ts';

/** Text is rendered as it is and escaped when it is made HTML; a missing value throws. */
const OPTIONS: CompileOptions = { strict: true, noEscape: true };

const environments = new Map<Language, typeof Handlebars>();
const compiled = new Map<string, TemplateDelegate>();

/**
 * The compiled template of a kind in a language, from `templates/<kind>/<language>.hbs` with the partials of that
 * language. Compiled once. Throws when the file does not exist.
 */
export function templateFor(kind: string, language: Language): TemplateDelegate {
  const path = `${kind}/${language}.hbs`;
  let template = compiled.get(path);
  if (!template) {
    template = environmentFor(language).compile(markSource(sourceOf(path)), OPTIONS);
    compiled.set(path, template);
  }
  return template;
}

let layout: TemplateDelegate | undefined;

/** The page around the HTML part, `templates/layout.html.hbs`: escapes what it is given, but for `body`. */
export function layoutTemplate(): TemplateDelegate {
  layout ??= Handlebars.create().compile(sourceOf('layout.html.hbs'), { strict: true });
  return layout;
}

function sourceOf(path: string): string {
  const source = TEMPLATE_SOURCES.get(path);
  if (source === undefined) throw new Error(`there is no template ${path}`);
  return source;
}

function environmentFor(language: Language): typeof Handlebars {
  const known = environments.get(language);
  if (known) return known;
  const environment = Handlebars.create();
  environment.registerHelper(helpersFor(language));
  for (const [path, source] of TEMPLATE_SOURCES) {
    const partial = partialName(path, language);
    if (partial) environment.registerPartial(partial, markSource(partialSource(partial, source)));
  }
  environments.set(language, environment);
  return environment;
}

/** Partials in `inline/` stand inside a line, so they bring no line end. */
function partialSource(partial: string, source: string): string {
  return partial.startsWith('inline/') ? source.trimEnd() : source;
}

/** `partials/fr/prospect.first.hbs` is the partial `prospect.first` of French. */
function partialName(path: string, language: Language): string | undefined {
  const prefix = `partials/${language}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length, -'.hbs'.length) : undefined;
}
