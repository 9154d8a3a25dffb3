import { describe, expect, it } from 'vitest'
import { languageOf } from '../../src/text/language.ts'

describe('languageOf', () => {
  it.each([
    ['ar', 'قال وزير الخارجية التركي هاكان فيدان إن بلاده ترحب بالاتفاق'],
    ['ar', 'باكستان وگوگل'],
    ['fa', 'وزیر امور خارجه ایران گفت که این کشور با آمریکا مذاکره نمی‌کند'],
    ['ur', 'وزیر اعظم نے کہا ہے کہ پاکستان امن چاہتا ہے'],
    ['en', 'The Turkish foreign minister said that talks went on'],
    ['en', 'Erdogan, Putin'],
    ['fr', 'Le ministre des Affaires étrangères est arrivé dans la capitale'],
    ['es', 'El ministro de Exteriores dijo que los países firmaron una declaración'],
    ['tr', 'Bakan, bu konuda bir açıklama yaptı ve çok önemli olarak'],
    ['ru', 'Министр иностранных дел заявил'],
    ['und', '2025 …'],
  ])('%s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language)
  })

  it.each([
    ['da', 'Kommunen åbner den nye bro over floden', 'da-DK'],
    ['en', 'The foreign minister said that the talks of the two countries went on', 'it-IT'],
    ['ar', 'قال وزير الخارجية إن بلاده ترحب بالاتفاق', 'en'],
    ['fr', 'Erdogan, Poutine', 'fr'],
    ['es', 'Informe de actividad de la comisión', 'es'],
    ['ja', '町は新しい橋を開いた', 'ja'],
    ['uk', 'Міністр заявив', 'uk_UA'],
    ['en', 'Erdogan, Putin', 'no language'],
    ['und', '2025 …', 'ar'],
  ])('%s: %s, declared as %s', (language, text, declared) => {
    expect(languageOf(text, declared)).toBe(language)
  })
})
