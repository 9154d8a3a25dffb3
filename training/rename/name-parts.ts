/**
 * What a written name is made of. Particles, initials and titles stay as they are; every other word has a role that
 * says from which list its replacement comes.
 */
import { givenNames } from '../../src/lexicon/given-names.ts'
import { foldKey } from '../../src/text/fold.ts'

/** Which list a word of a name is replaced from; `kept` words are not replaced. */
export type PartRole =
  | 'given'
  | 'family'
  | 'patronymic'
  | 'divine'
  | 'din'
  | 'allah'
  | 'kunya'
  | 'dynasty'
  | 'joined'
  | 'kept'

/** A word of a name, or what stands between two words (role `kept`). */
export type NamePart = {
  readonly text: string
  readonly role: PartRole
  /** Folded, without the article: the same word in all its spellings with and without ال. */
  readonly key: string
}

// Arabic ones as written: folded, أبي is the surname آبي, too.
const ARABIC_PARTICLES =
  'بن ابن بنت آل ولد ولت ود أبو أبي أبا أم عبد دو دي دا دوس فان فون ديل إل آيت الشيخة الشيخ شيخ الحاج باش بني الدين الله الإسلام الثاني الثالث السادس الابن جونيور د'
const LATIN_PARTICLES =
  'bin ibn bint al el ul ould ben abu umm abdel abdul abd van der de du von da del la le sheikh syed haji st jr uz ur en'
const particles = new Set(`${ARABIC_PARTICLES} ${LATIN_PARTICLES}`.split(' '))
const fathers = new Set('أبو أبي أبا أم abu umm'.split(' '))
const sons = new Set('بن ابن بنت ولد ولت bin ibn bint ould'.split(' '))
const servants = new Set('عبد abdel abdul abd'.split(' '))
const familyFirst = new Set(['china', 'korea'])

/** Parts a name as it is written; the parts joined again are the name. */
export function nameParts(name: string, region: string): NamePart[] {
  const pieces = name.split(
    /([\s_()«»".,]+|'s$|(?<=[\u0600-\u06FF])-|(?<=\p{L})-(?=u[rz]-)|(?<=-u[rz])-|(?<=\b(?:[Aa]l|[Ee]l|[Ee]n|Ben|Jean|Ur|Uz))-)/u,
  )
  const words = pieces.filter((_, index) => index % 2 === 0)
  const meaning = words.flatMap((word, index) => (isSignificant(word, words[index + 1]) ? [index] : []))
  const own = meaning.filter((index) => !fathers.has(lower(words[index - 1] ?? '')))
  const significant = own.length > 0 ? own : meaning
  const roleAt = (index: number): PartRole => {
    const word = words[index] ?? ''
    const before = lower(words[index - 1] ?? '')
    const after = words[index + 1] ?? ''
    if (word === '' || isInitial(word)) return 'kept'
    if (servants.has(before)) return before !== 'عبد' || hasArticle(word) || word === 'الله' ? 'divine' : 'kept'
    if (after === 'الدين' || after === 'الإسلام') return 'din'
    if (after === 'الله' && word !== 'عبد') return 'allah'
    if (before === 'آل' || (words[index - 1] === 'Al' && region === 'gulf')) return 'dynasty'
    if (particles.has(lower(word))) return 'kept'
    if (/^عبدال./u.test(word) || /^abd(?:el|ul|al|ur)[a-z]/iu.test(word)) return 'joined'
    if (fathers.has(before)) return 'kunya'
    const place = significant.indexOf(index)
    if (significant.length === 1) return givenNames.get(word).length > 0 ? 'given' : 'family'
    if (sons.has(before)) return 'given'
    const first = place === 0
    const last = place === significant.length - 1
    if (familyFirst.has(region)) return first ? 'family' : 'given'
    if (last) return 'family'
    return !first && hasArticle(word) ? 'patronymic' : 'given'
  }
  let word = -1
  return pieces
    .map((text, index): NamePart => {
      if (index % 2 === 0) word++
      return { text, role: index % 2 === 0 ? roleAt(word) : 'kept', key: partKey(text) }
    })
    .filter((part) => part.text !== '')
}

/** A word folded, without ال and without what fuses with it. */
export function partKey(word: string): string {
  const bare = hasArticle(word) ? word.slice(2) : /^عبدال./u.test(word) ? word.slice(5) : word
  return foldKey(bare)
}

/** Whether a word begins with the article, alone or fused with ل. */
export function hasArticle(word: string): boolean {
  return /^(?:ال|لل).{2}/u.test(word)
}

function lower(word: string): string {
  return word.toLowerCase()
}

function isInitial(word: string): boolean {
  return /^[A-Z]{1,4}$/u.test(word) || [...word].length === 1
}

function isSignificant(word: string, after: string | undefined): boolean {
  if (word === '' || isInitial(word)) return false
  return !particles.has(lower(word)) || after === 'الدين' || after === 'الله' || after === 'الإسلام'
}
