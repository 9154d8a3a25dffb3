/** The written forms of an English verb, by the rules of spelling unless its past and participle are given. */

export type EnglishVerbForm = {
  readonly key: string
  /** BASE is also the present of every person but he; PAST may be the participle as well. */
  readonly form: 'BASE' | 'PRESENT' | 'PAST' | 'PARTICIPLE' | 'ING'
}

const DOUBLED = /[^aeiou][aeiou][bdgmnprt]$/u
/** Verbs of more than one syllable that end like a doubled one and are stressed before it: visit, offer, open. */
const UNSTRESSED = /(?:[aeiou][a-z]*[^aeiou](?:er|en|it|et|on|op|or|in|el))$/u

/** All forms of a verb, lower case; `stems` is `past/participle` of an irregular one, or "". */
export function englishVerbForms(base: string, stems: string): readonly EnglishVerbForm[] {
  const [past = '', participle = past] = stems.split('/')
  const forms: EnglishVerbForm[] = [
    { key: base, form: 'BASE' },
    { key: thirdPerson(base), form: 'PRESENT' },
    { key: withEnding(base, 'ing'), form: 'ING' },
  ]
  if (past === '') return [...forms, { key: withEnding(base, 'ed'), form: 'PAST' }]
  forms.push({ key: past, form: 'PAST' })
  if (participle !== past) forms.push({ key: participle, form: 'PARTICIPLE' })
  return forms
}

function thirdPerson(base: string): string {
  if (/(?:s|x|z|ch|sh|o)$/u.test(base)) return `${base}es`
  return /[^aeiou]y$/u.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`
}

function withEnding(base: string, ending: 'ed' | 'ing'): string {
  if (base.endsWith('e') && ending === 'ed') return `${base}d`
  if (base.endsWith('e') && !base.endsWith('ee')) return `${base.slice(0, -1)}ing`
  if (ending === 'ed' && /[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ied`
  if (DOUBLED.test(base) && !UNSTRESSED.test(base)) return base + base.slice(-1) + ending
  return base + ending
}
