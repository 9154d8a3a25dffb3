import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latinKey } from '../../src/text/transliterate.ts'
import { anyText } from './any-text.ts'

describe('latinKey', () => {
  it.each([
    ['فيدان', 'Fidan'],
    ['هاكان فيدان', 'Hakan Fidan'],
    ['أردوغان', 'Erdogan', 'Erdoğan'],
    ['لافروف', 'Lavrov'],
    ['هيغسيث', 'هيجسيث', 'Hegseth'],
    ['ترمب', 'ترامب', 'Trump'],
    ['عبدالكريم', 'عبد الكريم', 'Abdelkarim', 'Abdul Karim', 'Abd al-Karim'],
    ['عبد الرحمن', 'Abdurrahman', 'Abdelrahman', 'Abd al-Rahman'],
    ['عبد الله كريم', 'Abdullah Karim'],
    ['بوتين', 'Putin'],
    ['الشرع', 'al-Sharaa', 'Sharaa', 'شرع'],
    ['محمد بن سلمان', 'Mohammed bin Salman', 'Muhammad Bin Salmān'],
    ['زيلينسكي', 'Zelensky', 'Zelenskyy'],
    ['جورج', 'George'],
    ['تشرشل', 'Churchill'],
    ['شيمشك', 'Şimşek'],
    ['الصفدي', 'Al Safadi', 'Safadi'],
  ])('%s meets its other spellings', (first, ...others) => {
    for (const other of others) expect(latinKey(other)).toBe(latinKey(first))
    expect(latinKey(first)).not.toBe('')
  })

  it.each([
    ['تيغران', 'إيران'],
    ['فيدان', 'بوتين'],
    ['خاتمي', 'حاتم'],
    ['شكري', 'سكر'],
  ])('%s and %s stay apart', (one, other) => {
    expect(latinKey(one)).not.toBe(latinKey(other))
  })

  it('is made of plain letters, whatever the text', () => {
    fc.assert(fc.property(anyText, (text) => /^[a-z0-9 ]*$/u.test(latinKey(text))))
  })
})
