/** The words behind an entry's text that ask to read on, and those that only look so. */
import { describe, expect, test } from 'vitest'
import { splitTails } from '../../../src/reading/feed/teaser.ts'

function tailsOf(text: string) {
  const offsets = Uint32Array.from({ length: text.length + 1 }, (_, at) => at)
  const found = splitTails({ text, offsets })
  return { text: found.text.text, cut: found.cutAt === null ? null : text.slice(found.cutAt.start, found.cutAt.end) }
}

describe('tails of entries', () => {
  test.each([
    ['حضر الافتتاح [...]', 'حضر الافتتاح', '[...]'],
    ['حضر الافتتاح […]', 'حضر الافتتاح', '[…]'],
    ['عاد التجار... المزيد', 'عاد التجار...', 'المزيد'],
    ['عاد التجار.\n\nاقرأ المزيد »', 'عاد التجار.', 'اقرأ المزيد »'],
    ['عاد التجار. [اقرأ المزيد...]', 'عاد التجار.', '[اقرأ المزيد...]'],
    ['The traders are back. Continue reading →', 'The traders are back.', 'Continue reading →'],
    ['عاد التجار إلى السوق…', 'عاد التجار إلى السوق…', 'عاد التجار إلى السوق…'],
    ['نص.\n\nThe post عنوان appeared first on المرفأ.', 'نص.', null],
    ['حضر […]\n\nThe post عنوان appeared first on المرفأ.', 'حضر', '[…]'],
    ['نص.\n\nظهرت المقالة عنوان الخبر أولاً على المرفأ.', 'نص.', null],
    ['قالت إنها تريد المزيد', 'قالت إنها تريد المزيد', null],
    ['They want more', 'They want more', null],
    [
      'The post office appeared first on the list of buildings. It is old.',
      'The post office appeared first on the list of buildings. It is old.',
      null,
    ],
    ['', '', null],
  ])('%j', (text, body, cut) => {
    expect(tailsOf(text)).toEqual({ text: body, cut })
  })

  test('a long text takes no longer for its length', () => {
    const long = 'The post '.repeat(50_000)
    expect(tailsOf(long).text).toBe(long.trimEnd())
  })
})
