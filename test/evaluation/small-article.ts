import type { TrainingArticle } from '../../src/evaluation/training-article.ts'
import type { ArticleAnnotations, ArticleInput } from '../../src/extraction/annotations.ts'

/** One annotated sentence with everything in it that is measured. */
export const smallArticle: TrainingArticle = {
  id: 'small',
  style: 'agency',
  language: 'en',
  publishedOn: '2025-02-01',
  source: 'Wire',
  headline: 'Talks',
  sentences: [
    '⟦C:TR:d|Turkish⟧ ⟦R|Minister⟧ ⟦P|Salim Akin⟧ ⟦V:1|met⟧ ⟦P|Igor Fedorov⟧ in ⟦L:TR|Ankara⟧ ⟦T:2025-01-31|yesterday⟧: “We talked for long”.',
  ],
  events: [
    {
      v: 1,
      type: 'CONSULT',
      actors: ['Salim Akin'],
      recipients: ['Igor Fedorov'],
      themes: [],
      date: '2025-01-31',
      place: 'Ankara',
      status: 'REPORTED',
      attribution: [],
    },
  ],
  quotes: [{ speaker: 'Salim Akin', text: 'We talked for long', direct: true, attribution: [] }],
}

/** What an extractor that makes no mistake says of it. */
export function perfect({ text }: ArticleInput): ArticleAnnotations {
  const at = (words: string) => {
    const start = text.indexOf(words)
    return { field: 'TEXT' as const, start, end: start + words.length, sentence: 1 }
  }
  const local = { language: 'en', countryCode: null, lexiconKey: null }
  const date = {
    edtf: '2025-01-31',
    earliest: '2025-01-31',
    latest: '2025-01-31',
    precision: 'DAY',
    basis: 'RELATIVE_TO_PUBLICATION',
    calendar: 'gregory',
    expression: 'yesterday',
  } as const
  const sure = { confidence: 1, rule: 'perfect' }
  return {
    sentences: [
      { field: 'HEADLINE', start: 0, end: 5 },
      { field: 'TEXT', start: 0, end: text.length },
    ],
    entities: [
      { ...local, kind: 'PERSON', name: 'Salim Akin' },
      { ...local, kind: 'PERSON', name: 'Igor Fedorov' },
      { ...local, kind: 'COUNTRY', name: 'Turkish', lexiconKey: 'TR' },
      { ...local, kind: 'PLACE', name: 'Ankara' },
    ],
    mentions: [
      { ...at('Turkish'), ...sure, entity: 2, form: 'DEMONYM' },
      { ...at('Salim Akin'), ...sure, entity: 0, form: 'NAME' },
      { ...at('Igor Fedorov'), ...sure, entity: 1, form: 'NAME' },
      { ...at('Ankara'), ...sure, entity: 3, form: 'NAME' },
    ],
    roles: [
      {
        ...at('Minister'),
        person: 0,
        country: 2,
        organization: null,
        title: 'Minister',
        former: false,
        rule: 'perfect',
      },
    ],
    times: [{ ...at('yesterday'), text: 'yesterday', date, rule: 'perfect' }],
    reports: [
      {
        ...at('met'),
        ...sure,
        type: 'CONSULT',
        status: 'REPORTED',
        trigger: at('met'),
        date,
        place: 3,
        country: null,
        participants: [
          { entity: 0, role: 'ACTOR' },
          { entity: 1, role: 'RECIPIENT' },
        ],
        attribution: [],
      },
    ],
    quotes: [
      {
        ...at('We talked for long'),
        direct: true,
        speaker: 0,
        speakerText: 'Salim Akin',
        attribution: [],
        rule: 'perfect',
      },
    ],
    notes: [],
  }
}
