/**
 * Words that tell of an act, with the kind of event that they tell of and who stands where around them.
 *
 * `pos`: a `verb` in its dictionary form; `light`, a verb with words that make the sense (شن هجوم, hold talks) and may
 * stand some way behind it; a `noun` that names the act; a `phrase` that stands as it is. `stems` helps the inflection:
 * `present/participle` of an Arabic verb, `past/participle` of an English one. `frame` says which place is whose:
 * `subj`, `obj`, `gen` (whom a noun belongs to) or a preposition (its key folded), each with A who, R to whom, T about whom, D where to
 * (a place stands for its country), - nobody.
 */
import { foldKey } from '../text/fold.ts'
import { readTable, TableError } from '../text/table.ts'

export type FrameRole = 'ACTOR' | 'RECIPIENT' | 'THEME' | 'DESTINATION' | 'NONE'
export type WordClass = 'verb' | 'light' | 'noun' | 'phrase'
/** An event type of the extraction, by name, so that the lexicon does not depend on it. */
export type EventWord = {
  readonly type: string
  readonly lang: 'ar' | 'en'
  /** Its words as written; a verb first. */
  readonly words: readonly string[]
  readonly strength: 'strong' | 'weak' | 'context'
  readonly pos: WordClass
  readonly stems: string
  readonly frame: ReadonlyMap<string, FrameRole>
}

const TYPES = new Set(
  (
    'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE ' +
    'COERCE ASSAULT STATEMENT APPOINT DISASTER OTHER'
  ).split(' '),
)
const ROLES: Readonly<Record<string, FrameRole>> = {
  A: 'ACTOR',
  R: 'RECIPIENT',
  T: 'THEME',
  D: 'DESTINATION',
  '-': 'NONE',
}
const COLUMNS = ['key', 'lang', 'form', 'strength', 'gloss', 'source', 'pos', 'stems', 'frame'] as const
const FILE = new URL('./event-words.tsv', import.meta.url)

/** All event words, in the order of the list. */
export const eventWords: readonly EventWord[] = Object.freeze(readTable(FILE, COLUMNS).map(eventWord))

function eventWord(row: Readonly<Record<(typeof COLUMNS)[number], string>> & { readonly line: number }): EventWord {
  const { key, lang, strength, pos } = row
  if (!TYPES.has(key)) throw new TableError(FILE, row.line, `no event type "${key}"`)
  if (lang !== 'ar' && lang !== 'en') throw new TableError(FILE, row.line, `no language "${lang}" here`)
  if (strength !== 'strong' && strength !== 'weak' && strength !== 'context') {
    throw new TableError(FILE, row.line, `no strength "${strength}"`)
  }
  if (pos !== 'verb' && pos !== 'light' && pos !== 'noun' && pos !== 'phrase') {
    throw new TableError(FILE, row.line, `no word class "${pos}"`)
  }
  if (row.gloss === '' || row.source === '') throw new TableError(FILE, row.line, 'a row without gloss or source')
  return {
    type: key,
    lang,
    words: row.form.split(' '),
    strength,
    pos,
    stems: row.stems,
    frame: frameOf(row.frame, row.line),
  }
}

function frameOf(cell: string, line: number): ReadonlyMap<string, FrameRole> {
  const frame = new Map<string, FrameRole>()
  for (const slot of cell.split(' ').filter((part) => part !== '')) {
    const at = slot.lastIndexOf(':')
    const role = ROLES[slot.slice(at + 1)]
    if (at < 1 || role === undefined) throw new TableError(FILE, line, `"${slot}" is no place with a role`)
    frame.set(foldKey(slot.slice(0, at)), role)
  }
  return frame
}
