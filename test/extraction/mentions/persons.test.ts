import { describe, expect, test } from 'vitest'
import { entitiesOf, namesOf } from './mentions-in.ts'

const personsOf = (text: string) => namesOf('PERSON', text).map((mention) => mention.slice('PERSON '.length))

describe('where a name begins and ends', () => {
  test('behind a title, up to the verb', () => {
    expect(personsOf('بحث وزير الخارجية التركي سليم أوزدمير في اتصال هاتفي الوضع')).toEqual(['سليم أوزدمير'])
    expect(personsOf('قال الرئيس الفنلندي أرتو لينونن إن بلاده مستعدة')).toEqual(['أرتو لينونن'])
  })

  test('behind a title and a comma', () => {
    expect(personsOf('إن وزير الدفاع الأمريكي، بيت هاريسون، أمر بوقف العمليات')).toEqual(['بيت هاريسون'])
  })

  test('before a title', () => {
    expect(personsOf('إن نوح يلماز نائب وزير الخارجية استقبل الوفد')).toEqual(['نوح يلماز'])
  })

  test('names of several parts with the words that join them', () => {
    expect(personsOf('استقبل الأمير فهد بن سالم آل ثاني ضيوفه')).toEqual(['فهد بن سالم آل ثاني'])
    expect(personsOf('وقال المبعوث ستيفان دي ماركو إن')).toEqual(['ستيفان دي ماركو'])
    expect(personsOf('قالت المراسلة ليلى أبو سمرة للقناة')).toEqual(['ليلى أبو سمرة'])
  })

  test('a preposition or conjunction that is spelt like a name is none', () => {
    expect(personsOf('التقى الوفد على هامش القمة')).toEqual([])
    expect(personsOf('وكان الرئيس قد وصل أمس')).toEqual([])
  })

  test('علي is a name beside a name, and a preposition where a text spells على so', () => {
    expect(personsOf('وافق المجلس علي اصدار السندات')).toEqual([])
    expect(personsOf('قال النائب علي حسن الموسوي إن')).toEqual(['علي حسن الموسوي'])
  })

  test('a first name that is also a country or a demonym', () => {
    expect(personsOf('وصل المستشار تركي آل الشيخ مساء')).toEqual(['تركي آل الشيخ'])
  })

  test('kin behind a plural title', () => {
    expect(personsOf('حوكم الرئيس السابق ونجليه جمال وعلاء')).toEqual(['جمال', 'علاء'])
  })

  test('English names by titles and first names', () => {
    expect(personsOf('Trade Secretary Patricia Walcott met David Frostmann on Monday.')).toEqual([
      'Patricia Walcott',
      'David Frostmann',
    ])
  })
})

describe('names that no list knows', () => {
  test('behind a verb of saying', () => {
    expect(personsOf('وأوضح شتروبلينغ في تصريحات أن المصنع سيغلق')).toEqual(['شتروبلينغ'])
    expect(personsOf('وأضاف مصدر مطلع أن المصنع سيغلق')).toEqual([])
    expect(personsOf('وقالت مقدمة البرنامج إنها راضية')).toEqual([])
  })

  test('behind a national adjective that stands as a noun', () => {
    expect(personsOf('حل الروسي كوتلايروف ثانيا')).toEqual(['كوتلايروف'])
    expect(personsOf('قال المنتخب الروسي منتصرا إنه سعيد')).toEqual([])
  })

  test('of several nations in a row', () => {
    const text = 'حبس الصحفيين الأسترالي بيتر غريست والكندي محمد فهمي والمصري باهر محمود ثلاثة أعوام'
    expect(personsOf(text)).toEqual(['بيتر غريست', 'محمد فهمي', 'باهر محمود'])
  })

  test('in a row of names', () => {
    expect(personsOf('سجل كريم بنزيما وجيرمونو ديفورتي هدفين')).toEqual(['كريم بنزيما', 'جيرمونو ديفورتي'])
  })

  test('behind a first name and a title, also with the endings of common words', () => {
    expect(personsOf('قال وزير المالية محمد خروشة للصحفيين')).toEqual(['محمد خروشة'])
    expect(personsOf('ذكر المدير ديفيد كولفر أن العمل مستمر')).toEqual(['ديفيد كولفر'])
    expect(personsOf('أعلن المدير ديفيد ري الخبر')).toEqual(['ديفيد ري'])
  })

  test('with بن, and by a byname', () => {
    expect(personsOf('وحكم زيان بن مدافع المدينة')).toEqual(['زيان بن مدافع'])
    expect(personsOf('وقال أبو مازن إن اللقاء مفيد')).toEqual(['أبو مازن'])
    expect(personsOf('زيارة ابن سلمان إلى باريس')).toEqual(['ابن سلمان'])
  })
})

describe('where a name ends', () => {
  test('before a title, a country or its seat', () => {
    expect(personsOf('وجه كوفي أنان الأمين العام للأمم المتحدة رسالة')).toEqual(['كوفي أنان'])
    expect(personsOf('استقبل خوان كارلوس ملك إسبانيا الوفد')).toEqual(['خوان كارلوس'])
    expect(personsOf('هنأ رئيس الحكومة حيدر الموسوي نظيره سالم الحسني')).toEqual(['حيدر الموسوي', 'سالم الحسني'])
  })

  test('an office without its article may be a first name', () => {
    expect(personsOf('استقبل الشيخ خليفة بن حمد آل ثاني الوفد')).toEqual(['خليفة بن حمد آل ثاني'])
    expect(personsOf('قال رئيس الشركة سلطان الجابر للقناة')).toEqual(['سلطان الجابر'])
    expect(personsOf('وصل سلطان بروناي حسن بن طارق أمس')).toEqual(['حسن بن طارق'])
  })

  test('no word of the language beside a weak first name', () => {
    expect(personsOf('نشر قوة سلام في البلد')).toEqual([])
    expect(personsOf('في أكبر هبوط يومي منذ عام')).toEqual([])
  })
})

describe('who is the same', () => {
  test('a family name is the person of the full name, before and behind it', () => {
    const text = 'استقبل وزير الصناعة سالم الراجحي الوفد. وأكد الراجحي أن المصنع سيفتتح. وقال للراجحي إن الوقت ضيق'
    expect(entitiesOf('PERSON', text)).toEqual(['سالم الراجحي/الراجحي/للراجحي'])
  })

  test('two of one family stay two, and the bare name is the one named last', () => {
    const text =
      'قال وزير الصناعة سالم الراجحي إن المصنع جاهز. ورد النائب فهد الراجحي عليه. وأضاف الراجحي أن الكلفة مرتفعة'
    expect(entitiesOf('PERSON', text)).toEqual(['سالم الراجحي', 'فهد الراجحي/الراجحي'])
  })

  test('names inside a place or body give no person', () => {
    expect(personsOf('هبطت الطائرة في مطار رفيق الحريري الدولي')).toEqual([])
  })
})
