import { expect, test } from 'vitest'
import { openTestDatabase } from '../support/database.ts'
import { smallGraph } from '../support/knowledge.ts'
import { loadKnowledge } from '../support/load.ts'

const database = await openTestDatabase()
await loadKnowledge(database, smallGraph)

// Each of these would be a lie that a reader could meet; the database itself refuses it.
test.each([
  ['evidence without words', `update mention set text = ''`, 'mention_evidence_check'],
  ['evidence before the text', `update mention set start = -1`, 'mention_evidence_check'],
  [
    'evidence whose words are longer than their span',
    `update sentence set text = text || 'xx'`,
    'sentence_evidence_check',
  ],
  ['a confidence above one', `update mention set confidence = 1.5`, 'mention_confidence_check'],
  [
    'a step of two chains',
    `update attribution_step set report_id = (select id from event_report limit 1) where quote_id is not null`,
    'attribution_step_owner_check',
  ],
  ['a hash that is none', `update document set sha256 = 'x'`, 'document_sha256_check'],
  ['an article sorted by another day than its own', `update article set sort_on = '2020-01-01'`, 'article_sort_check'],
  ['a bare headline with a text', `update article set text = 'x' where kind = 'HEADLINE'`, 'article_headline_check'],
  ['half a date', `update event set edtf = null where edtf is not null`, 'event_date_check'],
  ['a trigger outside its clause', `update event_report set trigger_end = "end" + 1`, 'event_report_trigger_check'],
  ['a mention of no entity', `delete from alias; delete from entity`, 'fkey'],
  ['a negative count', `update entity set article_count = -1`, 'entity_count_check'],
  [
    'one role twice',
    `insert into role select gen_random_uuid(), person_id, title, title_key, country_id, organization_id, former from role where country_id is null`,
    'role_content_key',
  ],
])('%s is refused', async (_, statement, constraint) => {
  await expect(
    database.pool.query(`begin; ${statement}; commit`).finally(() => database.pool.query('rollback')),
  ).rejects.toThrow(constraint)
})
