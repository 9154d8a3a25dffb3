import { describe, expect, test } from 'vitest'
import { namesOf } from './mentions-in.ts'

const countriesOf = (text: string) => namesOf('COUNTRY', text)

describe('countries by name and adjective', () => {
  test('proclitics are left out, words that begin like one lose nothing', () => {
    expect(countriesOf('زار وفد لبنان وكوبا ثم عاد بطائرة للأردن')).toEqual([
      'COUNTRY LB لبنان',
      'COUNTRY CU كوبا',
      'COUNTRY JO للأردن',
    ])
  })

  test('an adjective is the country, a language is not', () => {
    expect(countriesOf('تحدث الوزير التركي باللغة التركية')).toEqual(['COUNTRY DEMONYM TR التركي'])
    expect(countriesOf('The Turkish minister spoke in the French language')).toEqual(['COUNTRY DEMONYM TR Turkish'])
  })

  test('السعودية is an adjective behind a definite noun, the country elsewhere', () => {
    expect(countriesOf('قالت وزارة الصحة السعودية')).toEqual(['COUNTRY DEMONYM SA السعودية'])
    expect(countriesOf('سافر الوفد إلى السعودية')).toEqual(['COUNTRY SA السعودية'])
  })

  test('the two Koreas are two; one Korea of the two is a guess', () => {
    expect(countriesOf('انتهت قمة الكوريتين مساء')).toEqual(['COUNTRY KP الكوريتين', 'COUNTRY KR الكوريتين'])
    expect(countriesOf('وصل الوفد الكوري مساء')).toEqual([])
    expect(countriesOf('قالت كوريا الجنوبية إن الوفد الكوري وصل')).toEqual([
      'COUNTRY KR كوريا الجنوبية',
      'COUNTRY DEMONYM KR الكوري',
    ])
  })

  test('a river, a sea and a state of another country are none', () => {
    expect(countriesOf('عبر الجنود نهر الأردن ليلا')).toEqual([])
    expect(countriesOf('اجتازت السفينة بحر الصين الجنوبي')).toEqual([])
    expect(countriesOf('فاز المرشح في ولاية جورجيا')).toEqual([])
  })

  test('a financial file is no file of Mali', () => {
    expect(countriesOf('ناقش المجلس الملف المالي للشركة')).toEqual([])
  })
})

describe('capitals that act', () => {
  test('with a verb, behind a request, between two, before a colon', () => {
    expect(countriesOf('قالت القاهرة إنها ترفض الاتهام')).toEqual(['COUNTRY METONYM EG القاهرة'])
    expect(countriesOf('وطلب الوزير من موسكو ضمانات')).toEqual(['COUNTRY METONYM RU موسكو'])
    expect(countriesOf('تعثر الحوار بين سول وبيونغ يانغ')).toEqual([
      'COUNTRY METONYM KR سول',
      'COUNTRY METONYM KP بيونغ يانغ',
    ])
    expect(countriesOf('رحبت بغداد بالبيان')).toEqual(['COUNTRY METONYM IQ بغداد'])
  })

  test('not where something happens or somebody goes', () => {
    expect(countriesOf('وصل الوفد إلى القاهرة')).toEqual([])
    expect(countriesOf('عقد الاجتماع في أنقرة')).toEqual([])
    expect(countriesOf('أغلقت الشرطة شوارع باريس')).toEqual([])
    expect(namesOf('PLACE', 'عقد الاجتماع في أنقرة')).toEqual(['PLACE أنقرة'])
  })

  test('English seats', () => {
    expect(countriesOf('Moscow said it would answer.')).toEqual(['COUNTRY METONYM RU Moscow'])
    expect(countriesOf('The talks were held in Moscow.')).toEqual([])
  })
})
