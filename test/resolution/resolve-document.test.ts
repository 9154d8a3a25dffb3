import { describe, expect, test } from 'vitest'
import { applyCorrections } from '../../src/resolution/corrections.ts'
import { entityId } from '../../src/resolution/ids.ts'
import { nameKey } from '../../src/resolution/name-key.ts'
import { resolveDocument } from '../../src/resolution/resolve-document.ts'
import { annotationsOf, country, pageOf, person, type Telling } from './knowledge-fixture.ts'

const sha256 = 'a'.repeat(64)
const resolve = (tellings: readonly Telling[], hash = sha256) =>
  resolveDocument(pageOf(tellings), tellings.map(annotationsOf), { sha256: hash })

const meeting: Telling = {
  headline: 'افتتاح',
  text: 'استقبل سالم الراجحي ضيفه نبيل عبد الله ثم غادر الراجحي',
  entities: [person('سالم الراجحي'), person('نبيل عبد الله')],
  mentions: [
    ['سالم الراجحي', 0],
    ['نبيل عبد الله', 1],
  ],
  participants: [0, 1],
}
const headline = (text: string, name: string): Telling => {
  return { headline: text, text: '', entities: [person(name)], mentions: [[name, 0]] }
}

describe('who is who in one document', () => {
  test('a bare surname in a related headline is the one person of that name', () => {
    const { mentions, entities } = resolve([meeting, headline('الراجحي يغادر', 'الراجحي')])
    expect(entities).toHaveLength(2)
    expect(mentions.map((mention) => mention.entityId)).toContain(entityId('PERSON', nameKey('سالم الراجحي')))
    expect(new Set(mentions.map((mention) => mention.entityId)).size).toBe(2)
  })

  test('it stays by itself when two could bear it', () => {
    const brother: Telling = { ...headline('فهد الراجحي يعود', 'فهد الراجحي') }
    const { entities } = resolve([meeting, brother, headline('الراجحي يغادر', 'الراجحي')])
    expect(entities.map(({ name }) => name).sort()).toEqual(['الراجحي', 'سالم الراجحي', 'فهد الراجحي', 'نبيل عبد الله'])
  })

  test('a bare surname of one document is not that of another, a full name is', () => {
    const keys = (hash: string) => resolve([headline('الراجحي يغادر', 'الراجحي')], hash).entities.map(({ id }) => id)
    expect(keys(sha256)).not.toEqual(keys('b'.repeat(64)))
    const full = (hash: string) => resolve([headline('سالم الراجحي يغادر', 'سالم الراجحي')], hash).entities[0]?.id
    expect(full(sha256)).toBe(full('b'.repeat(64)))
  })

  test('spellings of one name are one, a country and a city of one name are two', () => {
    expect(nameKey('عبد الله آل خليفة')).toBe(nameKey('عبدالله ال خليفة'))
    expect(entityId('COUNTRY', 'KW')).not.toBe(entityId('PLACE', 'KW'))
  })

  test('every mention gives its words, its sentence and an entity of the document', () => {
    const knowledge = resolve([meeting, { ...meeting, entities: [country('KW', 'الكويت'), person('نبيل عبد الله')] }])
    const ids = new Set(knowledge.entities.map(({ id }) => id))
    const sentences = new Set(knowledge.sentences.map(({ id }) => id))
    for (const { articleId, start, end, text, entityId: id, sentenceId } of knowledge.mentions) {
      expect(knowledge.articles.find((row) => row.id === articleId)?.text.slice(start, end)).toBe(text)
      expect(ids.has(id) && sentences.has(sentenceId)).toBe(true)
    }
    expect(new Set(knowledge.mentions.map(({ id }) => id)).size).toBe(knowledge.mentions.length)
  })
})

describe('corrections replayed', () => {
  const before = resolve([meeting])
  const [salem, nabil] = [entityId('PERSON', nameKey('سالم الراجحي')), entityId('PERSON', nameKey('نبيل عبد الله'))]

  test('a merge leads every edge to the one that stays and keys reports anew', () => {
    const merged = applyCorrections(before, [{ kind: 'MERGE', fromIds: [nabil], intoId: salem }])
    expect(merged.entities.map(({ id }) => id)).toEqual([salem])
    expect(merged.mentions.every((mention) => mention.entityId === salem)).toBe(true)
    expect(merged.reports[0]?.participants).toEqual([{ entityId: salem, role: 'ACTOR' }])
    expect(merged.reports[0]?.groupKey).not.toBe(before.reports[0]?.groupKey)
    expect(merged.entities[0]?.names.map(({ text }) => text)).toContain('نبيل عبد الله')
  })

  test('a merge into an entity that nobody knows changes nothing', () => {
    expect(applyCorrections(before, [{ kind: 'MERGE', fromIds: [nabil], intoId: 'x' }])).toEqual(before)
  })

  test('a split takes mentions and what hangs on them to a new entity', () => {
    const mentionIds = before.mentions.filter((mention) => mention.entityId === salem).map(({ id }) => id)
    const split = applyCorrections(before, [{ kind: 'SPLIT', entityId: salem, mentionIds, name: 'سالم آخر' }])
    const row = split.entities.find(({ name }) => name === 'سالم آخر')
    expect(split.entities.map(({ id }) => id)).not.toContain(salem)
    expect(split.mentions.filter((mention) => mention.entityId === row?.id)).toHaveLength(1)
    expect(split.reports[0]?.participants.map((one) => one.entityId)).toContain(row?.id)
  })

  test('a rename keeps the old name as one to find it by', () => {
    const renamed = applyCorrections(before, [{ kind: 'RENAME', entityId: salem, name: 'س. الراجحي', language: 'ar' }])
    const row = renamed.entities.find(({ id }) => id === salem)
    expect(row?.name).toBe('س. الراجحي')
    expect(row?.names.filter(({ preferred }) => preferred).map(({ text }) => text)).toEqual(['س. الراجحي'])
    expect(row?.names.map(({ text }) => text)).toContain('سالم الراجحي')
  })

  test('a rejected mention takes along what it alone held up', () => {
    const mention = before.mentions.find((one) => one.entityId === nabil)
    const after = applyCorrections(before, [{ kind: 'REJECT', mentionId: mention?.id ?? '' }])
    expect(after.entities.map(({ id }) => id)).toEqual([salem])
    expect(after.reports[0]?.participants.map((one) => one.entityId)).toEqual([salem])
  })

  test('the same decisions twice change nothing more', () => {
    const corrections = [{ kind: 'MERGE' as const, fromIds: [nabil], intoId: salem }]
    const once = applyCorrections(before, corrections)
    expect(applyCorrections(once, corrections)).toEqual(once)
  })
})
