/**
 * Spells out the forms of a word for the people and things of a country.
 *
 * Arabic makes it with the nisba ending ي, which takes every ending an adjective can take (سوري: سورية, سوريان,
 * سوريتين, سوريون, سوريات …), with the article or without; in a phrase all words agree (الكوريين الجنوبيين), or the
 * first stays as it is (جنوب أفريقيون). Broken plurals (أتراك, روس) are rows of their own. English adds an s to what
 * can count people.
 */

/** How a row of the list becomes words: see the file's comment for each. */
export type DemonymBuild = 'plain' | 'article' | 'nisba' | 'tail' | 'plural'

const ARTICLE = 'ال'
/** Feminine, dual, plurals; duals and plurals in both cases. */
const ENDINGS = ['', 'ة', 'ان', 'ين', 'تان', 'تين', 'ون', 'ات']
/** Only without the article: accusative (مسؤولا سوريا), and plurals that a noun follows (لبنانيو المهجر). */
const BARE_ENDINGS = ['ا', 'و', 'ي']

/** All spellings of a form, itself first. Words that a nisba is built from end in ي; null when one does not. */
export function inflectDemonym(form: string, build: DemonymBuild): readonly string[] | null {
  const words = form.split(' ')
  switch (build) {
    case 'plain':
      return [form]
    case 'plural':
      return [form, `${form}s`]
    case 'article':
      return [form, ARTICLE + form]
    case 'nisba':
      return words.every(isNisba)
        ? withEndings((ending, article) => words.map((word) => article + word + ending))
        : null
    case 'tail': {
      const tail = words.at(-1)
      const head = words.slice(0, -1)
      if (tail === undefined || head.length === 0 || !isNisba(tail)) return null
      const bare = withEndings((ending, article) => [article + head.join(' '), article + tail + ending])
      return [...bare, ...ENDINGS.map((ending) => `${ARTICLE}${head.join(' ')} ${tail}${ending}`)]
    }
  }
}

function isNisba(word: string): boolean {
  return word.length > 2 && word.endsWith('ي')
}

function withEndings(spell: (ending: string, article: string) => string[]): string[] {
  return [
    ...[...ENDINGS, ...BARE_ENDINGS].map((ending) => spell(ending, '').join(' ')),
    ...ENDINGS.map((ending) => spell(ending, ARTICLE).join(' ')),
  ]
}
