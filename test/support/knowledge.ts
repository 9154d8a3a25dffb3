import type { DocumentKnowledge } from '../../src/resolution/knowledge.ts'
import { build, day } from './knowledge-draft.ts'

/**
 * A small graph to test with: fictional people and outlets, real countries.
 *
 * `meetingInArabic` (2025-02-01) and `meetingInEnglish` (2025-02-02) share ليلى الأدهم, كنان دورماز, Jordan, Turkey and
 * the meeting of 2025-01-31, which each reports once. `meetingInArabic` has a MAIN, an EMBEDDED article of the same day
 * (a tie) and two bare headlines without a date; `undated` is a page without any date, whose one event has none either.
 */
export const meetingInArabic: DocumentKnowledge = build({
  source: { key: 'almarfa', name: 'صحيفة المرفأ', domain: 'almarfa.example', countryCode: 'JO' },
  articles: [
    {
      kind: 'MAIN',
      language: 'ar',
      publishedOn: '2025-02-01',
      headline: 'ليلى الأدهم تلتقي نظيرها التركي في عمّان',
      sentences: [
        'التقت وزيرة الخارجية الأردنية ليلى الأدهم في عمّان أمس الجمعة نظيرها التركي كنان دورماز.',
        'وقالت الأدهم إن الأردن "يريد حدودا آمنة ومفتوحة".',
        'ونفت وزارة الخارجية التركية اتفاقا على إغلاق المعابر.',
      ],
      mentions: [
        [0, 'ليلى الأدهم', 'PERSON layla'],
        [0, 'التركي', 'COUNTRY TR', 'DEMONYM'],
        [0, 'عمّان', 'PLACE amman'],
        [1, 'الأردنية', 'COUNTRY JO', 'DEMONYM'],
        [1, 'ليلى الأدهم', 'PERSON layla'],
        [1, 'عمّان', 'PLACE amman'],
        [1, 'التركي', 'COUNTRY TR', 'DEMONYM'],
        [1, 'كنان دورماز', 'PERSON kenan'],
        [2, 'الأدهم', 'PERSON layla'],
        [2, 'الأردن', 'COUNTRY JO'],
        [3, 'وزارة الخارجية التركية', 'ORGANIZATION mfa-tr'],
        [3, 'التركية', 'COUNTRY TR', 'DEMONYM'],
      ],
      roles: [[1, 'وزيرة الخارجية', 'PERSON layla', 'COUNTRY JO']],
      reports: [
        {
          sentence: 1,
          type: 'CONSULT',
          trigger: 'التقت',
          participants: ['ACTOR PERSON layla', 'RECIPIENT PERSON kenan'],
          place: 'PLACE amman',
          country: 'COUNTRY JO',
          date: day('2025-01-31', 'أمس الجمعة', 'RELATIVE_TO_PUBLICATION'),
          attribution: [['صحيفة المرفأ', null]],
        },
        { sentence: 3, type: 'AGREE', status: 'DENIED', trigger: 'اتفاقا', participants: ['ACTOR COUNTRY TR'] },
      ],
      quotes: [[2, 'يريد حدودا آمنة ومفتوحة', 'PERSON layla', 'الأدهم']],
    },
    {
      kind: 'EMBEDDED',
      language: 'ar',
      publishedOn: '2025-02-01',
      headline: 'معبر جابر يعود إلى العمل',
      sentences: ['أعلن الأردن فتح معبر جابر يوم 28 يناير/كانون الثاني.', 'وقال مصدر أمني إن الحركة خفيفة.'],
      mentions: [[1, 'الأردن', 'COUNTRY JO']],
      reports: [
        {
          sentence: 1,
          type: 'STATEMENT',
          trigger: 'أعلن',
          participants: ['ACTOR COUNTRY JO'],
          date: day('2025-01-28', '28 يناير/كانون الثاني', 'STATED'),
        },
      ],
      quotes: [[2, 'الحركة خفيفة', null, 'مصدر أمني']],
    },
    {
      kind: 'HEADLINE',
      language: 'ar',
      publishedOn: null,
      headline: 'أنقرة تنتظر رد عمّان على مقترح المعابر',
      sentences: [],
      mentions: [[0, 'أنقرة', 'COUNTRY TR', 'METONYM']],
    },
    {
      kind: 'HEADLINE',
      language: 'ar',
      publishedOn: null,
      headline: 'طقس بارد في نهاية الأسبوع',
      sentences: [],
      mentions: [],
    },
  ],
})

export const meetingInEnglish: DocumentKnowledge = build({
  source: { key: 'harbourtimes', name: 'The Harbour Times', domain: 'harbourtimes.example', countryCode: null },
  articles: [
    {
      kind: 'MAIN',
      language: 'en',
      publishedOn: '2025-02-02',
      headline: 'Jordan and Turkey talk about the border',
      sentences: [
        'Foreign Minister Layla al-Adham met Kenan Durmaz of Turkey in Amman on 31 January.',
        'Durmaz said that trade would "grow this year".',
      ],
      mentions: [
        [0, 'Jordan', 'COUNTRY JO'],
        [0, 'Turkey', 'COUNTRY TR'],
        [1, 'Layla al-Adham', 'PERSON layla'],
        [1, 'Kenan Durmaz', 'PERSON kenan'],
        [1, 'Turkey', 'COUNTRY TR'],
        [1, 'Amman', 'PLACE amman'],
        [2, 'Durmaz', 'PERSON kenan'],
      ],
      roles: [[1, 'Foreign Minister', 'PERSON layla', null]],
      reports: [
        {
          sentence: 1,
          type: 'CONSULT',
          trigger: 'met',
          participants: ['ACTOR PERSON layla', 'RECIPIENT PERSON kenan'],
          place: 'PLACE amman',
          country: 'COUNTRY JO',
          date: day('2025-01-31', '31 January', 'STATED'),
          attribution: [['The Harbour Times', null]],
        },
      ],
      quotes: [[2, 'grow this year', 'PERSON kenan', 'Durmaz']],
    },
  ],
})

export const undated: DocumentKnowledge = build({
  source: null,
  articles: [
    {
      kind: 'MAIN',
      language: 'ar',
      publishedOn: null,
      headline: 'تركيا ترحب بالحوار',
      sentences: ['رحبت تركيا بالحوار مع الأردن.'],
      mentions: [
        [0, 'تركيا', 'COUNTRY TR'],
        [1, 'تركيا', 'COUNTRY TR'],
        [1, 'الأردن', 'COUNTRY JO'],
      ],
      reports: [
        { sentence: 1, type: 'SUPPORT', trigger: 'رحبت', participants: ['ACTOR COUNTRY TR', 'RECIPIENT COUNTRY JO'] },
      ],
    },
  ],
})

/** All of the above, in the order of their days. */
export const smallGraph: readonly DocumentKnowledge[] = [meetingInArabic, meetingInEnglish, undated]
