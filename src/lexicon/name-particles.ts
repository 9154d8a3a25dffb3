/**
 * Little words inside names: بن and van join two parts, أبو and Mac begin one, زاده and Jr. close one.
 */
import { PhraseIndex } from '../text/phrase-index.ts'
import { readTable } from '../text/table.ts'
import { FORM_COLUMNS, oneOf, readForm, type Strength } from './cells.ts'

export type ParticleKind = 'link' | 'prefix' | 'suffix'

/** One spelling of a particle. */
export type NameParticle = {
  readonly key: string
  readonly lang: 'ar' | 'en'
  readonly form: string
  readonly strength: Strength
  readonly kind: ParticleKind
}

const TABLE = new URL('./name-particles.tsv', import.meta.url)
const COLUMNS = [...FORM_COLUMNS, 'kind'] as const

/** All particles; English ones only in the case that is written. */
export const nameParticles: PhraseIndex<NameParticle> = PhraseIndex.of(
  readTable(TABLE, COLUMNS).map((row) => {
    const { key, lang, form, strength } = readForm(TABLE, row)
    const kind = oneOf(TABLE, row.line, 'kind', row.kind, ['link', 'prefix', 'suffix'])
    return { form, value: { key, lang, form, strength, kind }, cased: lang === 'en' }
  }),
)
