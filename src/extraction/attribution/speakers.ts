/** Who speaks: the subject of the verb, whom an agency quotes (نقلت X عن Y), or who spoke last. */
import { foldKey } from '../../text/fold.ts'
import type { SentenceView } from '../events/sentence-view.ts'
import { isThat } from './reported-clause.ts'
import { type Source, sourceAt, subjectSource } from './sources.ts'

/** Who speaks and through whom; `stated`: the clause names the speaker itself. */
export type Speaking = { readonly speaker: Source | null; readonly via: Source | null; readonly stated: boolean }

/** The speaker of a verb or noun of speech; `last` is who spoke before. */
export function speakerOf(view: SentenceView, at: number, last: Source | null): Speaking {
  const verb = view.verbs[at]?.find((one) => one.speech !== null)
  if (verb === undefined) return { ...ownerOfNoun(view, at, last), stated: false }
  if (verb.speech === 'pass-on') {
    const via = subjectSource(view, at)
    for (let to = at + 1; to < view.tokens.length && to < at + 20; to++) {
      if (isThat(view, to)) break
      if (view.tokens[to]?.key === 'عن') {
        const speaker = sourceAt(view, to + 1)
        if (speaker !== null) return { speaker, via, stated: true }
      }
    }
    return { speaker: via ?? last, via: null, stated: via !== null }
  }
  const speaker = sameAs(subjectSource(view, at), last)
  return { speaker: speaker ?? last, via: null, stated: speaker !== null }
}

/** "الوزارة", "المصدر": a bare noun means who spoke before when he was called by it. */
function sameAs(speaker: Source | null, last: Source | null): Source | null {
  if (speaker === null || last === null || speaker.entity !== null) return speaker
  const noun = foldKey(speaker.text)
  if (noun.includes(' ') || !noun.startsWith('ال')) return speaker
  return foldKey(last.text)
    .split(' ')
    .some((word) => word.replace(/^ال/u, '') === noun.slice(2))
    ? last
    : speaker
}

/** قوله: whom the words before have just named (نقلت X عن Y قوله), or who spoke last. */
function ownerOfNoun(
  view: SentenceView,
  at: number,
  last: Source | null,
): { speaker: Source | null; via: Source | null } {
  for (let back = at - 1; back >= 0 && at - back <= 25; back--) {
    const verb = view.verbs[back]?.find((one) => one.speech === 'pass-on')
    if (verb === undefined) continue
    const { speaker, via } = speakerOf(view, back, last)
    return { speaker, via }
  }
  return { speaker: last, via: null }
}
