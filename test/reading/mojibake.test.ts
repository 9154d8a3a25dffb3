/** What is provably mojibake comes back; what is fine stays as it is, whatever its language. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/reading/decode.ts'
import { repairMojibake } from '../../src/reading/mojibake.ts'
import { isRefusal } from '../../src/reading/refusal.ts'

const ARABIC = 'افتتحت جامعة الواحة في القاهرة مختبرا للمياه، وقال مديرها إن «العمل بدأ» منذ شهر؟'.split(' ')
const PERSIAN = 'عکس گرفتن از کوچه‌های شهر، طی چند روز، عکّاسان را گرد هم آورد؛ ژاله گفت: «پنج عکس»'.split(' ')
const FRENCH = 'L’été à Orléans, « déjà » fini : le CAFÉ» rouvre — ÇA coûte 5€… Noël, cœur, MAÏS, ÂGE, où, naïf'.split(
  ' ',
)
const GERMAN = '„Größe“ übt Öl, ÄRGER über Straßen – der Bäcker rät: „Nein“; MÜLLER… süß, GRÖẞE, 20° Ä“'.split(' ')
const PORTUGUESE = 'NÃO há «AMANHû… SÃO João, coração, AVÓ’s, IRMÃ– PÃO'.split(' ')
const FINE = [ARABIC, PERSIAN, FRENCH, GERMAN, PORTUGUESE]

/** Reads the text's UTF-8 in another charset, as a careless program does. */
function misread(text: string, charset: string): string {
  return new TextDecoder(charset).decode(new TextEncoder().encode(text))
}

function proseOf(words: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom('2025', 'CNN', '(5)', '\n')), {
      minLength: 1,
      maxLength: 20,
    })
    .map((list) => list.join(' '))
}

describe('a word that was read in the wrong charset comes back', () => {
  test.each([
    ['as windows-1252', 'Ø§Ù„Ø£Ø³Ø¹Ø§Ø±', 'الأسعار'],
    ['as windows-1256', 'ط§ظ„ظ‚ط§ظ‡ط±ط©', 'القاهرة'],
    ['as Latin-1', 'Ø§Ù\u0084Ù\u0081Ù\u0086', 'الفن'],
    ['twice', misread(misread('القاهرة', 'windows-1252'), 'windows-1252'), 'القاهرة'],
    ['twice as windows-1256', misread(misread('القاهرة', 'windows-1256'), 'windows-1256'), 'القاهرة'],
    ['in one and then the other', misread(misread('القاهرة', 'windows-1256'), 'windows-1252'), 'القاهرة'],
    ['with signs around it that are fine', '«Ø§Ù„Ø£Ø³Ø¹Ø§Ø±» …', '«الأسعار» …'],
    ['in French', 'la dÃ©cision', 'la décision'],
    ['in English', 'Iâ€™ve said â€œnoâ€\u009d', 'I’ve said “no”'],
    ['as escapes', '{"t": "\\u00d8\\u00a7\\u00d9\\u0084\\u00d8\\u00a3 x"}', '{"t": "الأ x"}'],
    ['beside a field that is fine', '{"a":"مصر","b":"Ù…ØµØ±","c":"عکس"}', '{"a":"مصر","b":"مصر","c":"عکس"}'],
  ])('%s', (_, damaged, whole) => {
    expect(repairMojibake(damaged).text).toBe(whole)
  })

  test('every text that has a word of three letters', () => {
    const prose = fc.oneof(proseOf(ARABIC), proseOf(PERSIAN)).map((text) => `${text} القاهرة`)
    fc.assert(
      fc.property(
        prose,
        fc.constantFrom('windows-1252', 'windows-1256'),
        fc.integer({ min: 1, max: 2 }),
        (text, charset, times) => {
          let damaged = text
          for (let time = 0; time < times; time++) damaged = misread(damaged, charset)
          const repaired = repairMojibake(damaged).text.split('\n')
          for (const [line, whole] of text.split('\n').entries()) {
            // A line that has only short words proves nothing.
            if (/[\u0600-\u06ff]{3}/.test(whole)) expect(repaired[line]).toBe(whole)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('what is fine stays', () => {
  test.each([
    ['Ã'],
    ['É» et «Ä“'],
    ['عک، ط، ظ؟ غ» ع…'],
    ['Ø, Å and Ñ¿'],
    ['C:\\\\u00d8\\u00e9t\\u00e9'],
    ['Ã¼ber'.replace('Ã¼', 'ü')],
  ])('%s', (text) => {
    expect(repairMojibake(text)).toEqual({ text, changed: null })
  })

  test('prose in Arabic, Persian, French, German and Portuguese, mixed in any way', () => {
    const prose = fc
      .array(fc.oneof(...FINE.map(proseOf)), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join(' '))
    fc.assert(
      fc.property(prose, (text) => {
        expect(repairMojibake(text)).toEqual({ text, changed: null })
      }),
      { numRuns: 500 },
    )
  })

  test('beside what is not', () => {
    fc.assert(
      fc.property(fc.oneof(...FINE.map(proseOf)), (fine) => {
        const damaged = `${fine}\n${misread('أعلنت القاهرة', 'windows-1252')}\n${fine}`
        expect(repairMojibake(damaged).text).toBe(`${fine}\nأعلنت القاهرة\n${fine}`)
      }),
    )
  })
})

test('a document says that it was repaired, and where', () => {
  const outcome = decode(new TextEncoder().encode(`العنوان\n${misread('القاهرة بخير', 'windows-1252')}\nالنهاية`))
  if (isRefusal(outcome)) throw new Error(outcome.code)
  expect(outcome.text).toBe('العنوان\nالقاهرة بخير\nالنهاية')
  expect(outcome.notes).toMatchObject([{ code: 'MOJIBAKE_REPAIRED', span: { start: 8, end: 20 } }])
})

test('time grows with length alone', () => {
  const words = `${misread('القاهرة في يوم', 'windows-1252')} عکس É» `.repeat(40_000)
  const start = performance.now()
  repairMojibake(words)
  repairMojibake('طظعغ،'.repeat(400_000))
  repairMojibake('Ø'.repeat(1_000_000))
  expect(performance.now() - start).toBeLessThan(8000)
}, 20_000)
