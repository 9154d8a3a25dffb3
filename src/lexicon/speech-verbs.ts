/** Verbs by which somebody is said to say something, and the nouns made of them (قوله). */
import { readTable, TableError } from '../text/table.ts'

/** `bare`: English needs no "that" behind it; `pass-on`: its subject passes on what another says (نقلت … عن). */
export type SpeechManner = 'say' | 'bare' | 'pass-on' | 'saying'

export type SpeechVerb = {
  readonly manner: SpeechManner
  readonly lang: 'ar' | 'en'
  /** Dictionary form. */
  readonly form: string
  readonly pos: 'verb' | 'noun'
  /** `present/participle` (Arabic), `past/participle` (English), or "" where rules give them. */
  readonly stems: string
}

const COLUMNS = ['key', 'lang', 'form', 'strength', 'gloss', 'source', 'pos', 'stems'] as const
const FILE = new URL('./speech-verbs.tsv', import.meta.url)

/** All verbs of speech, in the order of the list. */
export const speechVerbs: readonly SpeechVerb[] = Object.freeze(
  readTable(FILE, COLUMNS).map(({ key, lang, form, pos, stems, gloss, line }): SpeechVerb => {
    if (lang !== 'ar' && lang !== 'en') throw new TableError(FILE, line, `no language "${lang}" here`)
    if (pos !== 'verb' && pos !== 'noun') throw new TableError(FILE, line, `no word class "${pos}"`)
    if (key !== 'say' && key !== 'bare' && key !== 'pass-on' && key !== 'saying') {
      throw new TableError(FILE, line, `no manner of speech "${key}"`)
    }
    if (gloss === '') throw new TableError(FILE, line, 'a row without gloss')
    return { manner: key, lang, form, pos, stems }
  }),
)
