/**
 * Gives the real persons of one article invented names. Within the article a word of a name is always replaced by the
 * same word, so that surname, full form and family stay what they were to each other; words are replaced one for one.
 */
import { createHash } from 'node:crypto'
import { persons } from '../../src/lexicon/persons.ts'
import { listedNames, type RealName, realNames } from './article-names.ts'
import { hasArticle, type NamePart, nameParts } from './name-parts.ts'
import { candidates, type Replacement } from './replacements.ts'

/** How often other names are tried when chance has met a real person's. */
const MOST_TRIES = 200
/** Spellings of one name differ by no more letters than this. */
const MOST_LETTERS_APART = 2

/** What each name form of an article becomes; itself where it names nobody real. */
export function renamed(article: string, forms: readonly string[]): ReadonlyMap<string, string> {
  const real = realNames(article, forms)
  if (real.length === 0) return new Map(forms.map((form) => [form, form]))
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const words = replacementWords(article, forms, real, attempt)
    const names = new Map(forms.map((form) => [form, rewrite(form, real, words)] as const))
    if ([...names].every(([form, name]) => form === name || isInvented(name))) {
      return names
    }
  }
  throw new Error(`${article}: no invented names found; add names to names.tsv for ${real.map((name) => name.region)}`)
}

function isInvented(name: string): boolean {
  return persons.get(name.replaceAll('_', ' ').replace(/'s$/u, '')).length === 0 && !listedNames.has(name)
}

/** Replacements by kind of word and word: a word may be one man's given name and another's surname. */
type Words = ReadonlyMap<string, Replacement>

function replacementWords(
  article: string,
  forms: readonly string[],
  real: readonly RealName[],
  attempt: number,
): Words {
  const words = new Map<string, Replacement>()
  const taken = new Set(forms.flatMap((form) => nameParts(form, '').map((part) => part.text)))
  const aligned = new Map<string, { key: string; chosen: Replacement }[]>()
  const order = [...real].sort((a, b) => changing(b).length - changing(a).length)
  for (const name of order) {
    const parts = changing(name)
    const fixed = name.replacement === '' ? null : changing({ ...name, form: name.replacement })
    const same = aligned.get(name.id) ?? []
    const mine = parts.map((part, index) => {
      const set = fixed?.[index]
      const gender = index === 0 ? name.gender : 'm'
      const known =
        wordFor(part, parts.length === 1, words) ??
        (part.role === 'kunya' ? undefined : parts.length === same.length ? same[index] : likest(part.key, same))
          ?.chosen
      const chosen =
        set !== undefined
          ? { ar: set.text, en: set.text }
          : (known ?? choose(part, name, gender, `${article} ${attempt}`, taken))
      words.set(wordKey(part), chosen)
      taken.add(chosen.ar)
      taken.add(chosen.en)
      return { key: part.key, chosen }
    })
    if (!aligned.has(name.id)) aligned.set(name.id, mine)
  }
  return words
}

function wordKey({ role, key }: NamePart): string {
  const kind =
    role === 'given' || role === 'patronymic' || role === 'kunya' ? 'given' : role === 'joined' ? 'divine' : role
  return `${kind} ${key}`
}

/** What stands for a word already; a short name's words may be any parts of a fuller one. */
function wordFor(part: NamePart, short: boolean, words: Words): Replacement | undefined {
  const exact = words.get(wordKey(part))
  if (exact !== undefined || !short) return exact
  return words.get(`family ${part.key}`) ?? words.get(`given ${part.key}`)
}

/** The part of a person's fuller name that a shorter form means: the most alike, else the last. */
function likest(key: string, parts: readonly { key: string; chosen: Replacement }[]) {
  const near = parts.filter((part) => distance(part.key, key) <= MOST_LETTERS_APART)
  return near.at(-1) ?? parts.at(-1)
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + cost))
    }
    before = row
  }
  return before[b.length] ?? 0
}

function changing({ form, region, lone }: RealName): NamePart[] {
  const parts = nameParts(form, region).filter((part) => part.role !== 'kept')
  const simple = parts.length === 1 && (parts[0]?.role === 'given' || parts[0]?.role === 'family')
  return simple && lone !== null ? parts.map((part) => ({ ...part, role: lone })) : parts
}

function choose(part: NamePart, name: RealName, gender: string, salt: string, taken: ReadonlySet<string>): Replacement {
  const list = candidates(part.text, part.role, name.region, gender)
  if (list.length === 0) throw new Error(`no ${part.role} name of ${name.region} for ${name.form}`)
  const start = createHash('sha256').update(`${salt} ${part.key}`).digest().readUInt32BE(0)
  for (let step = 0; step < list.length; step++) {
    const found = list[(start + step) % list.length]
    if (found !== undefined && !taken.has(found.ar) && !taken.has(found.en)) return found
  }
  return list[start % list.length] ?? { ar: part.text, en: part.text }
}

function rewrite(form: string, real: readonly RealName[], words: Words): string {
  const name = real.find((known) => known.form === form)
  if (name !== undefined && name.replacement !== '') return name.replacement
  const parts = nameParts(form, name?.region ?? '')
  const own = parts.filter((part) => part.role !== 'kept')
  const short = own.every(({ key }) => words.has(`family ${key}`) || words.has(`given ${key}`))
  return parts
    .map((part) => {
      const word = part.role === 'kept' ? undefined : wordFor(part, short, words)
      return word === undefined ? part.text : inShapeOf(part, word)
    })
    .join('')
}

/** Writes a replacement in the script of the word it stands for, with its article, prefix and capitals. */
function inShapeOf(part: NamePart, { ar, en }: Replacement): string {
  const bare = ar.replace(/^ال/u, '')
  if (!/[\u0600-\u06FF]/u.test(part.text)) {
    if (part.role === 'joined') return `Abdul${en.toLowerCase()}`
    return part.text.length > 2 && part.text === part.text.toUpperCase() ? en.toUpperCase() : en
  }
  if (part.role === 'joined') return `عبدال${bare}`
  if (/^لل/u.test(part.text)) return `لل${bare}`
  return hasArticle(part.text) ? `ال${bare}` : ar === bare ? ar : bare
}
