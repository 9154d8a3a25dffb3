import type { DocumentKnowledge } from '../../src/resolution/knowledge.ts'
import { build, day } from './knowledge-draft.ts'

const almarfa = { key: 'almarfa', name: 'صحيفة المرفأ', domain: 'almarfa.example', countryCode: 'JO' }
const versionKey = 'url:almarfa.example/world/1045971'

/** An article that tells of a meeting, of an office and of words spoken, none of which its newer version has. */
export const firstVersion: DocumentKnowledge = build({
  source: almarfa,
  articles: [
    {
      kind: 'MAIN',
      language: 'ar',
      publishedOn: '2025-02-01',
      updatedAt: '2025-02-01T08:00:00Z',
      versionKey,
      headline: 'كنان دورماز في عمّان',
      sentences: ['التقى وزير النقل كنان دورماز نظيره في الأردن.', 'وقال دورماز إن الطريق "مفتوح للجميع".'],
      mentions: [
        [0, 'كنان دورماز', 'PERSON kenan'],
        [0, 'عمّان', 'PLACE amman'],
        [1, 'كنان دورماز', 'PERSON kenan'],
        [1, 'الأردن', 'COUNTRY JO'],
        [2, 'دورماز', 'PERSON kenan'],
      ],
      roles: [[1, 'وزير النقل', 'PERSON kenan', 'COUNTRY JO']],
      reports: [
        {
          sentence: 1,
          type: 'CONSULT',
          trigger: 'التقى',
          participants: ['ACTOR PERSON kenan', 'RECIPIENT COUNTRY JO'],
          country: 'COUNTRY JO',
          date: day('2025-02-01', null, 'PAGE'),
        },
      ],
      quotes: [[2, 'مفتوح للجميع', 'PERSON kenan', 'دورماز']],
    },
  ],
})

/** The same article an hour later, in other words. */
export const secondVersion: DocumentKnowledge = build({
  source: almarfa,
  articles: [
    {
      kind: 'MAIN',
      language: 'ar',
      publishedOn: '2025-02-01',
      updatedAt: '2025-02-01T09:00:00Z',
      versionKey,
      headline: 'تأجيل زيارة إلى الأردن',
      sentences: ['أعلنت تركيا تأجيل الزيارة إلى الأردن.'],
      mentions: [
        [0, 'الأردن', 'COUNTRY JO'],
        [1, 'تركيا', 'COUNTRY TR'],
        [1, 'الأردن', 'COUNTRY JO'],
      ],
      reports: [
        {
          sentence: 1,
          type: 'STATEMENT',
          trigger: 'أعلنت',
          participants: ['ACTOR COUNTRY TR', 'RECIPIENT COUNTRY JO'],
        },
      ],
    },
  ],
})

/** A document as one that says nothing: what it said is taken away when it is written over what stood. */
export function silenced({ document }: DocumentKnowledge): DocumentKnowledge {
  return {
    document,
    ...{ notes: [], parts: [], sources: [], articles: [], sentences: [], entities: [] },
    ...{ mentions: [], roles: [], reports: [], quotes: [] },
  }
}
