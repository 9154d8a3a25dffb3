import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/text/sentences.ts'
import { anyText } from './any-text.ts'

const sentences = (text: string) => splitSentences(text).map((span) => text.slice(span.start, span.end))

describe('splitSentences', () => {
  it.each([
    [
      'وصل د. حسن إلى لندن. وبحث ارتفاعا بنسبة 3.5%؟ نعم.',
      ['وصل د. حسن إلى لندن.', 'وبحث ارتفاعا بنسبة 3.5%؟', 'نعم.'],
    ],
    ['فقرة أولى بلا نقطة\n\nفقرة ثانية', ['فقرة أولى بلا نقطة', 'فقرة ثانية']],
    ['قال: "هذا أول. وهذا ثان" ومضى. ثم عاد.', ['قال: "هذا أول. وهذا ثان" ومضى.', 'ثم عاد.']],
    ['قال «لا نريد الحرب.» وأضاف أن الأمر انتهى.', ['قال «لا نريد الحرب.»', 'وأضاف أن الأمر انتهى.']],
    ['نقلت أ.ف.ب. عن مصدر. وانتهى', ['نقلت أ.ف.ب. عن مصدر.', 'وانتهى']],
    ['روسيا ستحتفظ بقواعدها .. هل تسلّم الأسد؟', ['روسيا ستحتفظ بقواعدها .. هل تسلّم الأسد؟']],
    ['انتهى الأمر.وقال آخر', ['انتهى الأمر.', 'وقال آخر']],
    [
      'Mr. Smith met Gen. Jones of the U.S. Army. They left.',
      ['Mr. Smith met Gen. Jones of the U.S. Army.', 'They left.'],
    ],
    ['“Really?” he asked. She said no.', ['“Really?” he asked.', 'She said no.']],
    ['عبر aljazeera.net اليوم. نعم!', ['عبر aljazeera.net اليوم.', 'نعم!']],
    ['قال إن القتلى (وعددهم 5. بينهم طفل) دفنوا. انتهى', ['قال إن القتلى (وعددهم 5. بينهم طفل) دفنوا.', 'انتهى']],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })

  it('gives trimmed, ordered stretches that leave out white space only', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let before = 0
        for (const span of splitSentences(text)) {
          const sentence = text.slice(span.start, span.end)
          expect(span.start).toBeGreaterThanOrEqual(before)
          expect(sentence).toBe(sentence.trim())
          expect(sentence).not.toBe('')
          expect(text.slice(before, span.start)).toMatch(/^\s*$/u)
          before = span.end
        }
        expect(text.slice(before)).toMatch(/^\s*$/u)
      }),
    )
  })

  it('cuts a text that has no stops, between words where it has any', () => {
    const unit = 'وقال المدير التنفيذي إن المشروع '
    const text = unit.repeat(2000)
    const cut = splitSentences(text)
    expect(Math.max(...cut.map(({ start, end }) => end - start))).toBeLessThanOrEqual(4000)
    expect(cut.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(text.trim())
    expect(splitSentences('\u{1f600}'.repeat(5000)).every(({ end }) => end % 2 === 0)).toBe(true)
  })
})
