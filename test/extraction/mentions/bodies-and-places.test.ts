import { describe, expect, test } from 'vitest'
import { entitiesOf, mentionsIn, namesOf } from './mentions-in.ts'

const bodiesOf = (text: string) => namesOf('ORGANIZATION', text).map((mention) => mention.slice('ORGANIZATION '.length))
const placesOf = (text: string) => namesOf('PLACE', text).map((mention) => mention.slice('PLACE '.length))

describe('bodies by pattern', () => {
  test('a ministry reaches over its field and country', () => {
    expect(mentionsIn('أكدت وزارة الأمن الداخلي الأمريكية التزامها')).toEqual([
      'ORGANIZATION وزارة الأمن الداخلي الأمريكية',
      'COUNTRY DEMONYM US الأمريكية',
    ])
  })

  test('its field alone with a country is the ministry, but not behind an office', () => {
    expect(bodiesOf('قالت الخارجية التركية في بيان')).toEqual(['الخارجية التركية'])
    expect(bodiesOf('قالت وزيرة الخارجية السويدية في بيان')).toEqual([])
  })

  test('a quoted name belongs to its noun; an outlet is what the marks hold', () => {
    expect(bodiesOf('فاز حزب "أبناء النهر" بالمقعد')).toEqual(['حزب "أبناء النهر"'])
    expect(bodiesOf('ذكرت صحيفة "ذا ميدلاند بوست" أن القرار صدر')).toEqual(['ذا ميدلاند بوست'])
  })

  test('what a body is for is in its name, what it does is not', () => {
    expect(bodiesOf('أعلنت الهيئة المصرية العامة للمعارض والمؤتمرات موعد الافتتاح')).toEqual([
      'الهيئة المصرية العامة للمعارض والمؤتمرات',
    ])
    expect(bodiesOf('دعت الشرطة السويدية الناس إلى الهدوء الاثنين')).toEqual(['الشرطة السويدية'])
  })

  test('a noun that begins many phrases begins no body by itself', () => {
    expect(bodiesOf('بدأت إدارة الأزمة في الظهور')).toEqual([])
    expect(bodiesOf('اتخذت قيادة الأمن الإلكتروني قرارها')).toEqual(['قيادة الأمن الإلكتروني'])
  })

  test('what is said of a body behind its name is no part of it', () => {
    expect(bodiesOf('قصفت حركة السنابل الموالية للحكومة الموقع')).toEqual(['حركة السنابل'])
    expect(bodiesOf('زار وكيل وزارة الصحة الموقع أمس')).toEqual(['وزارة الصحة'])
  })

  test('a parliament, a court and a prosecution are named by their nouns', () => {
    expect(bodiesOf('صوت البرلمان على القانون')).toEqual(['البرلمان'])
    expect(bodiesOf('انتقد القضاء الفرنسي القرار')).toEqual(['القضاء الفرنسي'])
    expect(bodiesOf('حذر المجلس من القضاء على الغابات')).toEqual([])
    expect(bodiesOf('انتشرت قوات كبيرة في الشوارع')).toEqual([])
  })

  test('the bare noun is the body that the article names in full', () => {
    const text = 'أقر البرلمان العراقي القانون. ودعا رئيس البرلمان إلى الهدوء'
    expect(entitiesOf('ORGANIZATION', text)).toEqual(['البرلمان العراقي/البرلمان'])
  })

  test('a club by its city or an everyday word, where matches are told of', () => {
    expect(bodiesOf('فاز برشلونة في المباراة على ليفربول وتصدر الدوري')).toEqual(['برشلونة', 'ليفربول'])
    expect(bodiesOf('وصل الفريق إلى برشلونة قبل المباراة')).toEqual([])
    expect(bodiesOf('اجتمع الوزراء، ثم غادروا برشلونة')).toEqual([])
  })

  test('a medium that is an everyday word, where it is told something', () => {
    expect(bodiesOf('وقال شاهد للجزيرة إن الطريق مغلق')).toEqual(['للجزيرة'])
    expect(bodiesOf('وندد البيان بالهجوم')).toEqual([])
    expect(bodiesOf('وغادر الصياد الجزيرة عند الفجر')).toEqual([])
  })

  test('English bodies that a noun opens or closes', () => {
    expect(bodiesOf('The Department for Constitutional Affairs replied on Monday.')).toEqual([
      'Department for Constitutional Affairs',
    ])
  })
})

describe('places', () => {
  test('known ones, and unknown ones behind a noun that places follow', () => {
    expect(placesOf('انتقل الوفد من حلب إلى بلدة كفرجاسم')).toEqual(['حلب', 'كفرجاسم'])
    expect(placesOf('هبطت الطائرة في مطار الملك عبدالعزيز صباحا')).toEqual(['مطار الملك عبدالعزيز'])
  })

  test('a name that no list knows behind «في» and «قرب»', () => {
    expect(placesOf('فتح المصنع أبوابه في كونيغسبروك أمس')).toEqual(['كونيغسبروك'])
    expect(placesOf('فتح المصنع أبوابه في اجتماع أمس')).toEqual([])
  })

  test('a name of several places behind «في», though nothing tells which', () => {
    expect(placesOf('وصل الوفد إلى الفندق في طرابلس')).toEqual(['طرابلس'])
    expect(placesOf('وصف الفندق في صور جميلة')).toEqual([])
  })

  test('the noun of a place is no part of a name that stands without it', () => {
    expect(placesOf('زار رئيس إقليم كردستان المدرسة')).toEqual(['كردستان'])
    expect(placesOf('قصف الطيران قطاع غزة ليلا')).toEqual(['قطاع غزة'])
  })

  test('words of the language behind a noun of place name nothing', () => {
    expect(placesOf('وصلت المفاوضات إلى طريق مسدود')).toEqual([])
    expect(placesOf('وقف في قاعة غصت بالحضور')).toEqual([])
  })
})
